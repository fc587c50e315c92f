package dev.beatboard.asset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The photographed skies of an installed pack, all in memory; a pack that is not installed has none.
public final class SkyPhotos {

    /// What a sky shows, with its name in the package.
    public enum Weather {
        /// White clouds in a blue sky.
        FAIR("sky"),
        /// A closed cover of clouds.
        OVERCAST("city"),
        /// A low sun over a misty plain.
        LOW_SUN("sunrise"),
        /// Blue clouds before the sun is up.
        TWILIGHT("venice");

        private final String stem;

        Weather(String stem) {
            this.stem = stem;
        }

        String stem() {
            return stem;
        }

        Path file(Path folder) {
            return folder.resolve(stem + ".sky");
        }
    }

    /// Without the pack: skies are then computed.
    public static final SkyPhotos NONE = new SkyPhotos(Map.of());

    private final Map<Weather, SkyPhoto> photos;

    private SkyPhotos(Map<Weather, SkyPhoto> photos) {
        this.photos = photos;
    }

    static SkyPhotos open(Path folder) throws IOException {
        Map<Weather, SkyPhoto> photos = new EnumMap<>(Weather.class);
        for (Weather w : Weather.values()) {
            if (Files.isRegularFile(w.file(folder))) {
                photos.put(w, SkyPhoto.read(w.file(folder)));
            }
        }
        return new SkyPhotos(photos);
    }

    public Optional<SkyPhoto> of(Weather weather) {
        return Optional.ofNullable(photos.get(weather));
    }

    List<String> credits() {
        List<String> lines = new ArrayList<>();
        if (!photos.isEmpty()) {
            lines.add("Skies: npm @pmndrs/assets " + SkySource.VERSION + ", photographs by Poly Haven, CC0 1.0");
        }
        return lines;
    }
}
