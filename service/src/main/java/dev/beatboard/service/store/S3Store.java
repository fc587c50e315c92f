package dev.beatboard.service.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// Objects in a bucket of S3 or of a server that speaks like it. All that goes out carries a
/// checksum, which the server compares; the client compares those that come back.
final class S3Store implements ObjectStore {

    /// Longer files go in parts, so that a failure costs a part only.
    private static final long WHOLE = 32L << 20;

    /// As many as one request may name.
    private static final int DELETED_AT_ONCE = 1000;

    private final S3Client client;
    private final String bucket;
    private final String place;

    S3Store(StoreSettings.S3 settings) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .forcePathStyle(settings.pathStyle())
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(5))
                        .socketTimeout(Duration.ofSeconds(60))
                        .build());
        settings.endpoint().ifPresent(builder::endpointOverride);
        settings.credentials()
                .ifPresent(c -> builder.credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(c.accessKey(), c.secretKey()))));
        this.client = builder.build();
        this.bucket = settings.bucket();
        this.place = settings.endpoint().map(Object::toString).orElse("S3") + ", bucket " + settings.bucket();
    }

    private interface Call<T> {
        T now() throws IOException;
    }

    /// What the library throws, as what we promise.
    private <T> T call(String key, Call<T> call) throws IOException {
        try {
            return call.now();
        } catch (NoSuchKeyException e) {
            throw missing(key, e);
        } catch (S3Exception e) {
            if (e.statusCode() == 404
                    && !"NoSuchBucket".equals(e.awsErrorDetails().errorCode())) {
                throw missing(key, e);
            }
            throw failure(key, e);
        } catch (SdkException e) {
            throw failure(key, e);
        }
    }

    private static NoSuchFileException missing(String key, Throwable cause) {
        NoSuchFileException missing = new NoSuchFileException(key);
        missing.initCause(cause);
        return missing;
    }

    private IOException failure(String key, Throwable cause) {
        return new IOException("The object store (" + place + ") failed at " + key + ": " + cause.getMessage(), cause);
    }

    @Override
    public void put(String key, Path file, String mediaType) throws IOException {
        String name = ObjectKey.checked(key);
        String type = MediaTypes.checked(mediaType);
        call(key, () -> {
            if (Files.size(file) > WHOLE) {
                new MultipartUpload(client, bucket, name).send(file, type);
            } else {
                client.putObject(b -> b.bucket(bucket).key(name).contentType(type), RequestBody.fromFile(file));
            }
            return key;
        });
    }

    @Override
    public void put(String key, byte[] content, String mediaType) throws IOException {
        String name = ObjectKey.checked(key);
        String type = MediaTypes.checked(mediaType);
        call(
                key,
                () -> client.putObject(
                        b -> b.bucket(bucket).key(name).contentType(type), RequestBody.fromBytes(content)));
    }

    @Override
    public Optional<StoredObject> head(String key) throws IOException {
        String name = ObjectKey.checked(key);
        try {
            HeadObjectResponse head =
                    call(key, () -> client.headObject(b -> b.bucket(bucket).key(name)));
            String type = head.contentType();
            return Optional.of(
                    new StoredObject(key, head.contentLength(), type == null ? MediaTypes.ofEnding(key) : type));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream open(String key, long from, long length) throws IOException {
        String name = ObjectKey.checked(key);
        if (from < 0) {
            throw new IllegalArgumentException("An object begins at byte 0, not at " + from + ".");
        }
        Optional<StoredObject> head = head(key);
        if (head.isEmpty()) {
            throw new NoSuchFileException(key);
        }
        long end = length > head.get().bytes() - from ? head.get().bytes() : from + length;
        if (from >= end) {
            // S3 has no empty ranges.
            return InputStream.nullInputStream();
        }
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(bucket).key(name);
        if (from > 0 || end < head.get().bytes()) {
            request.range("bytes=" + from + "-" + (end - 1));
        }
        ResponseInputStream<GetObjectResponse> body = call(key, () -> client.getObject(request.build()));
        return new Bounded(body, end - from) {
            /// Without reading what is left.
            @Override
            public void close() {
                body.abort();
            }
        };
    }

    @Override
    public void download(String key, Path to) throws IOException {
        String name = ObjectKey.checked(key);
        Path part = FolderStore.partOf(to);
        try {
            call(key, () -> {
                try (ResponseInputStream<GetObjectResponse> in =
                        client.getObject(b -> b.bucket(bucket).key(name))) {
                    Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
                    return key;
                }
            });
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public List<String> list(String folder) throws IOException {
        String prefix = ObjectKey.folder(folder);
        List<String> keys = new ArrayList<>(call(
                folder,
                () -> client.listObjectsV2Paginator(b -> b.bucket(bucket).prefix(prefix)).contents().stream()
                        .map(S3Object::key)
                        .toList()));
        keys.sort(null);
        return keys;
    }

    @Override
    public void delete(String key) throws IOException {
        String name = ObjectKey.checked(key);
        call(key, () -> client.deleteObject(b -> b.bucket(bucket).key(name)));
    }

    @Override
    public void deleteAll(String folder) throws IOException {
        if (folder.isEmpty()) {
            throw new IllegalArgumentException("A whole store is not emptied at once; name a folder.");
        }
        List<String> keys = list(folder);
        for (int i = 0; i < keys.size(); i += DELETED_AT_ONCE) {
            List<ObjectIdentifier> some = keys.subList(i, Math.min(keys.size(), i + DELETED_AT_ONCE)).stream()
                    .map(k -> ObjectIdentifier.builder().key(k).build())
                    .toList();
            var done = call(
                    folder,
                    () -> client.deleteObjects(
                            b -> b.bucket(bucket).delete(d -> d.objects(some).quiet(true))));
            if (done.hasErrors()) {
                throw new IOException("The object store (" + place + ") did not remove "
                        + done.errors().getFirst().key() + ": "
                        + done.errors().getFirst().message());
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
