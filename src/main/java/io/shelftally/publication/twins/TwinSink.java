package io.shelftally.publication.twins;

/** Writes one format row by row; closing it forces the file to the disk. Trouble is an ExportException. */
interface TwinSink<R> extends AutoCloseable {

    void write(R row);

    @Override
    void close();

    /** The file as written, once the sink is closed. */
    TwinFile file();
}
