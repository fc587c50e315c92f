package dev.beatboard.stage.set;

import static org.assertj.core.api.Assertions.assertThat;

import dev.beatboard.asset.Props;
import dev.beatboard.direction.Vocabulary;
import dev.beatboard.shot.SetKind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InventoryTest {

    private static final Inventory ALL = Inventory.of(Vocabulary.things(), Props.NONE);

    private static Inventory.Item item(String noun) {
        return ALL.items().stream()
                .filter(i -> i.noun().equals(noun))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyNounIsThereOnceInItsOrder() {
        assertThat(ALL.items()).extracting(Inventory.Item::noun).isEqualTo(Vocabulary.things());
    }

    @Test
    void setsAreNamedForWhatTheyHave() {
        assertThat(item("bed").sets()).containsExactly(SetKind.BEDROOM);
        assertThat(item("tree").sets()).containsExactly(SetKind.STREET_DAY, SetKind.STREET_NIGHT);
        assertThat(item("sky").sets()).isEmpty();
        assertThat(item("sky").brought()).isFalse();
    }

    @Test
    void aCoffeeTableIsATableAndAStreetLampIsNoLamp() {
        assertThat(item("table").sets()).contains(SetKind.LIVING_ROOM);
        assertThat(item("street lamp").sets()).contains(SetKind.STREET_NIGHT);
        assertThat(item("lamp").sets()).doesNotContain(SetKind.STREET_DAY, SetKind.STREET_NIGHT);
    }

    @Test
    void whatIsBroughtIsNowhereMissing() {
        List<String> brought = ALL.items().stream()
                .filter(Inventory.Item::brought)
                .map(Inventory.Item::noun)
                .toList();
        assertThat(brought).contains("cup", "coffee machine", "sofa");
        SetWish wish = new SetWish(0, 0, 0, brought, Optional.empty(), 0);
        assertThat(SetBuilder.build(SetKind.STUDIO, wish, Props.NONE).missing()).isEmpty();
    }
}
