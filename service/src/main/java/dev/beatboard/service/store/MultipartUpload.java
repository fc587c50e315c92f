package dev.beatboard.service.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/// A long file on its way to S3 in parts; the object appears when the last one is there. If one
/// fails for good, those before are removed.
final class MultipartUpload {

    /// S3 wants at least 5 MB and at most 10,000 parts.
    private static final long SMALLEST_PART = 16L << 20;
    private static final int MOST_PARTS = 9_000;

    private final S3Client client;
    private final String bucket;
    private final String key;

    MultipartUpload(S3Client client, String bucket, String key) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
    }

    void send(Path file, String mediaType) throws IOException {
        long bytes = Files.size(file);
        long part = Math.max(SMALLEST_PART, Math.ceilDiv(bytes, MOST_PARTS));
        String upload = client.createMultipartUpload(b ->
                        b.bucket(bucket).key(key).contentType(mediaType).checksumAlgorithm(ChecksumAlgorithm.CRC32))
                .uploadId();
        try {
            List<CompletedPart> parts = new ArrayList<>();
            for (long from = 0; from < bytes; from += part) {
                parts.add(send(file, from, Math.min(part, bytes - from), upload, parts.size() + 1));
            }
            client.completeMultipartUpload(
                    b -> b.bucket(bucket).key(key).uploadId(upload).multipartUpload(m -> m.parts(parts)));
        } catch (RuntimeException e) {
            abort(upload, e);
            throw e;
        }
    }

    private CompletedPart send(Path file, long from, long length, String upload, int number) {
        UploadPartResponse done = client.uploadPart(
                b -> b.bucket(bucket)
                        .key(key)
                        .uploadId(upload)
                        .partNumber(number)
                        .contentLength(length)
                        .checksumAlgorithm(ChecksumAlgorithm.CRC32),
                // Opened anew for each try.
                RequestBody.fromContentProvider(() -> range(file, from, length), length, "application/octet-stream"));
        return CompletedPart.builder()
                .partNumber(number)
                .eTag(done.eTag())
                .checksumCRC32(done.checksumCRC32())
                .build();
    }

    private static InputStream range(Path file, long from, long length) {
        try {
            FileChannel channel = FileChannel.open(file);
            channel.position(from);
            return new Bounded(Channels.newInputStream(channel), length);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void abort(String upload, Exception cause) {
        try {
            client.abortMultipartUpload(b -> b.bucket(bucket).key(key).uploadId(upload));
        } catch (SdkException e) {
            cause.addSuppressed(e);
        }
    }
}
