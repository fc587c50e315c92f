package dev.beatboard.asset;

import java.util.Optional;
import java.util.Set;

/// Which of the package's many entries we may use and want. Everything that is not named here is never read: no
/// underwear, swimwear or lingerie, nothing under a copyleft license, no poses of unknown origin.
///
/// MakeHuman released its base mesh, targets, skins and own clothes under CC0 in September 2020; the copy in the
/// package is older and still carries the former label. Items by other authors are CC-BY and ask for a credit.
final class Clearance {

    private static final Set<String> MAKEHUMAN_CLOTHES = Set.of(
            "fedora",
            "female_casualsuit01",
            "female_casualsuit02",
            "female_elegantsuit01",
            "female_sportsuit01",
            "male_casualsuit01",
            "male_casualsuit02",
            "male_casualsuit03",
            "male_casualsuit04",
            "male_casualsuit05",
            "male_casualsuit06",
            "male_elegantsuit01",
            "male_worksuit01",
            "shoes01",
            "shoes02",
            "shoes03",
            "shoes04",
            "shoes05",
            "shoes06");

    private static final Set<String> CREDITED_CLOTHES = Set.of(
            "Asymmetric_Tunic_and_Sash",
            "Coat",
            "F_Dress_01",
            "F_Dress_02",
            "F_Dress_03",
            "F_Dress_04",
            "Fishing_Hat_01",
            "glasses",
            "JeansSkirt",
            "miniskirt",
            "ShortJeans",
            "short_tail_camo_tee",
            "Sleeveless",
            "Tank_Top_01",
            "Tightjeans",
            "VNeckTop",
            "WinterBoots");

    private static final Set<String> HAIR = Set.of(
            "short01", "short02", "short03", "short04", "afro01", "bob01", "bob02", "Braid01", "long01", "ponytail01");

    private static final Set<String> LASHES = Set.of("Eyelashes01", "eyelashes02", "eyelashes03", "eyelashes04");

    private Clearance() {}

    /// What kind of piece `folder/name` of the package is; empty if it is not cleared.
    static Optional<Piece.Kind> kind(String folder, String name) {
        boolean wanted = switch (folder) {
            case "clothes" -> MAKEHUMAN_CLOTHES.contains(name) || CREDITED_CLOTHES.contains(name);
            case "hair" -> HAIR.contains(name);
            case "eyes" -> name.equals("HighPolyEyes");
            case "eyebrows" -> name.matches("eyebrow0\\d\\d");
            case "eyelashes" -> LASHES.contains(name);
            case "teeth" -> name.equals("Teeth_Base");
            case "tongue" -> name.equals("tongue01");
            default -> false;
        };
        if (!wanted) {
            return Optional.empty();
        }
        return Optional.of(
                switch (folder) {
                    case "clothes" -> Piece.Kind.GARMENT;
                    case "hair" -> Piece.Kind.HAIR;
                    case "eyes" -> Piece.Kind.EYES;
                    case "eyebrows" -> Piece.Kind.BROWS;
                    case "eyelashes" -> Piece.Kind.LASHES;
                    case "teeth" -> Piece.Kind.TEETH;
                    default -> Piece.Kind.TONGUE;
                });
    }

    /// The credit line for a piece.
    static String credit(String name, String author, String label) {
        if (CREDITED_CLOTHES.contains(name)) {
            return "\"" + name + "\" by " + author + ", " + label;
        }
        return "\"" + name + "\" by " + author + ", MakeHuman; CC0 1.0 since September 2020 (the copy's own label: "
                + label + ")";
    }

    /// Whether a shape target is one that bodies, faces or expressions are made of.
    static boolean target(String name) {
        if (name.startsWith("macrodetails/proportions/")) {
            return name.endsWith("-idealproportions");
        }
        String folder = name.substring(0, Math.max(0, name.indexOf('/')));
        return switch (folder) {
            case "macrodetails",
                    "expression",
                    "cheek",
                    "chin",
                    "ears",
                    "eyebrows",
                    "eyes",
                    "forehead",
                    "head",
                    "mouth",
                    "neck",
                    "nose",
                    "torso",
                    "hip" -> true;
            default -> name.startsWith("stomach/stomach-tone") || name.startsWith("stomach/stomach-pregnant");
        };
    }

    /// Whether a skin picture is one of a natural, plain skin.
    static boolean skin(String folder, String file) {
        return folder.matches("(young|middleage|old)_(african|asian|caucasian)_(female|male)")
                && file.contains("skinned_")
                && file.endsWith(".png");
    }
}
