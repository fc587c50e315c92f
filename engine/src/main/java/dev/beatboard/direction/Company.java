package dev.beatboard.direction;

import dev.beatboard.shot.Direction;
import dev.beatboard.shot.Sex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everybody mentioned so far, and who "he", "the woman" and "they" are.
final class Company {

    /// How many people a Shot can have.
    static final int MOST = dev.beatboard.shot.Shot.MOST_PERFORMERS;

    /// Nouns that can mean anybody of their sex or age; "the doctor" is not "the patient".
    private static final List<String> GENERIC = List.of(
            "man",
            "woman",
            "person",
            "boy",
            "girl",
            "child",
            "kid",
            "guy",
            "lady",
            "figure",
            "someone",
            "somebody",
            "individual",
            "performer",
            "teenager",
            "gentleman",
            "adult",
            "other");

    /// From this age on somebody can be "the man" or "the woman".
    private static final int GROWN = 16;

    private final List<Role> roles = new ArrayList<>();
    /// Who acted or was framed, the latest last.
    private final List<Role> recent = new ArrayList<>();
    private List<Role> group = List.of();
    private int refused;

    /// @param tie whether two people agreed equally well
    record Found(Role role, boolean tie, @Nullable Role rival) {}

    List<Role> roles() {
        return roles;
    }

    /// Everybody who has been mentioned.
    List<Role> met() {
        return roles.stream().filter(r -> r.met).toList();
    }

    /// Everybody who can be meant without being named: who was mentioned, else whom the file describes in words. Those
    /// whom a resolved file gives in full wait until the words call them, so that a shot read again stays the same.
    List<Role> present() {
        List<Role> met = met();
        return met.isEmpty() ? roles.stream().filter(r -> r.fixed == null).toList() : met;
    }

    int refused() {
        return refused;
    }

    void declare(Role role) {
        roles.add(role);
    }

    void touch(Role role) {
        role.met = true;
        recent.remove(role);
        recent.add(role);
    }

    void formed(List<Role> people) {
        if (people.size() > 1) {
            group = List.copyOf(people);
        }
    }

    /// The last group, else everybody.
    List<Role> they() {
        if (!group.isEmpty()) {
            return group;
        }
        return present();
    }

    Optional<Role> named(String name) {
        return roles.stream().filter(r -> r.name.equalsIgnoreCase(name)).findFirst();
    }

    /// Makes a person, or takes one whom the file declares and nobody has met: the one of that name, else the first of
    /// that sex. Empty if the stage is full.
    Optional<Role> make(String noun, @Nullable Sex sex, boolean counted) {
        String name = free(noun, counted);
        Optional<Role> declared = roles.stream()
                .filter(r -> !r.met && r.name.equals(name))
                .findFirst()
                .or(() -> roles.stream().filter(r -> !r.met && r.canBe(sex)).findFirst());
        if (declared.isPresent()) {
            touch(declared.get());
            return declared;
        }
        if (roles.size() >= MOST) {
            refused++;
            return Optional.empty();
        }
        Role role = new Role(name);
        role.sex = sex;
        roles.add(role);
        touch(role);
        return Optional.of(role);
    }

    /// With a full stage, "a woman" can only be one of the group that nobody has spoken of alone.
    Optional<Role> oneOfGroup(@Nullable Sex sex) {
        Optional<Role> one =
                group.stream().filter(r -> !r.single && r.canBe(sex)).findFirst();
        one.ifPresent(r -> {
            r.single = true;
            touch(r);
        });
        return one;
    }

    boolean full() {
        return roles.size() >= MOST && roles.stream().allMatch(r -> r.met);
    }

    private String free(String noun, boolean counted) {
        for (int i = counted ? 1 : 1; ; i++) {
            String name = counted ? noun + " " + i : i == 1 ? noun : noun + " " + i;
            if (roles.stream().noneMatch(r -> r.met && r.name.equals(name))) {
                return name;
            }
        }
    }

    /// The most recent person of that sex; with a tie if another agrees who was mentioned in the same breath.
    Optional<Found> pronoun(@Nullable Sex sex, List<Role> framed) {
        for (Role r : framed) {
            if (r.canBe(sex) && framed.size() == 1) {
                return Optional.of(new Found(r, false, null));
            }
        }
        List<Role> agreeing = recent.stream().filter(r -> r.canBe(sex)).toList();
        List<Role> exact = agreeing.stream().filter(r -> r.sexNow() == sex).toList();
        List<Role> choice = exact.isEmpty() ? agreeing : exact;
        if (choice.isEmpty()) {
            return Optional.empty();
        }
        Role last = choice.getLast();
        return Optional.of(
                new Found(last, choice.size() > 1, choice.size() > 1 ? choice.get(choice.size() - 2) : null));
    }

    /// Somebody met before whom "the man on the right" or "the woman in the red dress" can mean.
    ///
    /// @param noun the head noun, which decides if somebody has that very name
    Optional<Found> definite(
            String noun, @Nullable Sex sex, @Nullable Direction place, java.util.function.Predicate<Role> looks) {
        boolean special = !GENERIC.contains(noun);
        List<Role> fit = met().stream()
                .filter(r -> r.canBe(sex) && looks.test(r))
                .filter(r -> !special
                        || base(r).equals(noun)
                        || GENERIC.contains(base(r))
                        || sex != null && Character.isUpperCase(r.name.charAt(0)))
                .toList();
        if (fit.isEmpty()) {
            return Optional.empty();
        }
        fit = ofAge(noun, fit);
        if (place != null) {
            List<Role> there = fit.stream().filter(r -> r.place == place).toList();
            if (!there.isEmpty()) {
                return Optional.of(new Found(there.getFirst(), false, null));
            }
            List<Role> open = fit.stream().filter(r -> r.place == null).toList();
            if (!open.isEmpty()) {
                return Optional.of(new Found(place == Direction.RIGHT ? open.getLast() : open.getFirst(), false, null));
            }
        }
        List<Role> same = fit.stream().filter(r -> r.name.equals(noun)).toList();
        if (same.size() == 1) {
            return Optional.of(new Found(same.getFirst(), false, null));
        }
        List<Role> exact =
                sex == null ? fit : fit.stream().filter(r -> r.sexNow() == sex).toList();
        List<Role> choice = exact.isEmpty() ? fit : exact;
        Role latest = choice.getFirst();
        for (Role r : recent) {
            if (choice.contains(r)) {
                latest = r;
            }
        }
        Role rival = null;
        for (Role r : choice) {
            if (r != latest) {
                rival = r;
            }
        }
        return Optional.of(new Found(latest, rival != null, rival));
    }

    /// "The man" is the grown-up and "the boy" the child, if there is one.
    private static List<Role> ofAge(String noun, List<Role> fit) {
        List<Role> aged = switch (noun) {
            case "man", "woman", "guy", "lady", "gentleman", "adult" ->
                fit.stream().filter(r -> r.ageNow() >= GROWN).toList();
            case "boy", "girl", "child", "kid", "teenager" ->
                fit.stream().filter(r -> r.ageNow() <= GROWN).toList();
            default -> fit;
        };
        return aged.isEmpty() ? fit : aged;
    }

    /// "The second woman": by the order in which they were cast.
    ///
    /// @param n from 1; -1 for the last
    Optional<Found> nth(String noun, @Nullable Sex sex, int n) {
        List<Role> fit = met().stream()
                .filter(r -> r.canBe(sex))
                .filter(r -> sex != null || GENERIC.contains(noun) || base(r).equals(noun))
                .toList();
        List<Role> named = fit.stream().filter(r -> base(r).equals(noun)).toList();
        List<Role> exact = fit.stream().filter(r -> r.sexNow() == sex).toList();
        for (List<Role> choice : List.of(named, exact, fit)) {
            if (choice.size() > 1 && n <= choice.size()) {
                return Optional.of(new Found(n < 0 ? choice.getLast() : choice.get(n - 1), false, null));
            }
        }
        return fit.size() >= n && !fit.isEmpty()
                ? Optional.of(new Found(n < 0 ? fit.getLast() : fit.get(n - 1), false, null))
                : Optional.empty();
    }

    private static String base(Role r) {
        return r.name.replaceAll(" \\d+$", "");
    }

    /// Whether a noun tells nothing but sex and age.
    static boolean generic(String noun) {
        return GENERIC.contains(noun.replaceAll(" \\d+$", ""));
    }
}
