package dev.beatboard.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import dev.beatboard.service.api.docs.Description;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The judge itself, with planted faults: OpenAPI 3.1 has keywords that older validators pass over.
class ContractTest {

    private static final String PLANTED = """
            openapi: 3.1.0
            info: { title: t, version: "1" }
            paths:
              /things:
                post:
                  requestBody:
                    required: true
                    content:
                      application/json:
                        schema: { $ref: "#/components/schemas/Thing" }
                  responses:
                    "200":
                      description: d
                      headers:
                        X-Needed: { required: true, schema: { type: string } }
                      content:
                        application/json:
                          schema: { $ref: "#/components/schemas/Thing" }
            components:
              schemas:
                Thing:
                  type: object
                  required: [kind]
                  additionalProperties: false
                  properties:
                    kind: { const: a }
                    maybe: { type: [string, "null"] }
                    size: { type: integer, exclusiveMinimum: 0 }
                    choice:
                      oneOf:
                        - { type: string, enum: [x, y] }
                        - { type: object, required: [id], properties: { id: { type: string, format: uuid } } }
                    pair: { type: array, prefixItems: [{ type: string }, { type: integer }], minItems: 2, maxItems: 2 }
            """;

    private final OpenApiInteractionValidator judge =
            OpenApiInteractionValidator.createForInlineApiSpecification(PLANTED).build();

    private boolean accepts(String body, int status, String type, boolean header) {
        SimpleResponse.Builder response =
                SimpleResponse.Builder.status(status).withBody(body).withContentType(type);
        if (header) {
            response.withHeader("X-Needed", "x");
        }
        boolean answer = !judge.validateResponse("/things", Request.Method.POST, response.build())
                .hasErrors();
        boolean request = !judge.validateRequest(SimpleRequest.Builder.post("/things")
                        .withContentType("application/json")
                        .withBody(body)
                        .build())
                .hasErrors();
        assertThat(request)
                .as("a request with %s", body)
                .isEqualTo(answer || !header || status != 200 || !type.equals("application/json"));
        return answer;
    }

    @Test
    void acceptsWhatIsRight() {
        for (String right : List.of(
                "{\"kind\":\"a\"}",
                "{\"kind\":\"a\",\"maybe\":null,\"size\":1,\"choice\":\"x\",\"pair\":[\"a\",1]}",
                "{\"kind\":\"a\",\"choice\":{\"id\":\"01a22206-ca00-7e06-b913-22adcff7f103\"}}")) {
            assertThat(accepts(right, 200, "application/json", true)).as(right).isTrue();
        }
    }

    @Test
    void findsPlantedFaults() {
        for (String wrong : List.of(
                "{}",
                "{\"kind\":\"b\"}",
                "{\"kind\":\"a\",\"maybe\":1}",
                "{\"kind\":\"a\",\"size\":0}",
                "{\"kind\":\"a\",\"size\":\"1\"}",
                "{\"kind\":\"a\",\"choice\":\"z\"}",
                "{\"kind\":\"a\",\"choice\":{}}",
                "{\"kind\":\"a\",\"pair\":[1,1]}",
                "{\"kind\":\"a\",\"pair\":[\"a\"]}",
                "{\"kind\":\"a\",\"other\":1}",
                "[]")) {
            assertThat(accepts(wrong, 200, "application/json", true)).as(wrong).isFalse();
        }
        String right = "{\"kind\":\"a\"}";
        assertThat(accepts(right, 201, "application/json", true)).isFalse();
        assertThat(accepts(right, 200, "text/plain", true)).isFalse();
        assertThat(accepts(right, 200, "application/json", false)).isFalse();
    }

    @Test
    void everyObjectInTheDescriptionSaysWhetherItHasMore() {
        List<String> open = Description.load().tree().path("components").path("schemas").properties().stream()
                .filter(s -> s.getValue().path("type").asString("").equals("object"))
                .filter(s -> !s.getValue().has("additionalProperties"))
                .map(java.util.Map.Entry::getKey)
                .toList();
        assertThat(open).isEmpty();
    }
}
