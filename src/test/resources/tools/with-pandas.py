import datetime
import json

import pandas as pd


def plain(value):
    if pd.isna(value):
        return None
    if isinstance(value, datetime.datetime):
        return value.isoformat()
    value = getattr(value, "item", lambda: value)()
    return int(value) if isinstance(value, float) and value.is_integer() else value


table = CALL
print(json.dumps([{name: plain(table[name].iloc[at]) for name in table} for at in range(len(table))]))
