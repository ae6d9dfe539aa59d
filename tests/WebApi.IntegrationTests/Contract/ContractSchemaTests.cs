using System.Text.Json;

namespace CleanApi.WebApi.IntegrationTests.Contract;

/// <summary>What holds the answers of all other tests against the document can itself say no.</summary>
public sealed class ContractSchemaTests
{
    private static readonly JsonElement Document = Parse(
        """
        {"components":{"schemas":{
          "Id":{"type":"string","pattern":"^usr_[0-9]+$"},
          "ByCursor":{"type":"object","required":["next"],"properties":{"next":{"type":["null","string"]}}},
          "ByPage":{"type":"object","required":["page"],"properties":{"page":{"type":"integer","minimum":1,"maximum":9}}},
          "User":{"type":"object","required":["id","name"],"properties":{
            "id":{"$ref":"#/components/schemas/Id"},"type":{"const":"user"},"role":{"enum":["ADMIN","MEMBER"]},"name":{"type":"string","minLength":1,"maxLength":3},
            "tags":{"type":"array","items":{"type":"boolean"}},"at":{"type":"string","format":"date-time"}}},
          "Page":{"oneOf":[{"$ref":"#/components/schemas/ByCursor"},{"$ref":"#/components/schemas/ByPage"}]},
          "Unknown":{"type":"object","dependentRequired":{}}}}}
        """);

    [Theory]
    [Trait("Requirement", "R2")]
    [InlineData("User", """{"id":"usr_1","name":"A😀","type":"user","role":"ADMIN","tags":[true],"at":"2026-01-31T12:00:00.000Z"}""")]
    [InlineData("Page", """{"next":null}""")]
    [InlineData("Page", """{"page":9}""")]
    public void What_fits_is_let_through(string schema, string value) => Check(schema, value).Should().BeEmpty();

    [Theory]
    [Trait("Requirement", "R2")]
    [InlineData("User", """{"id":"usr_1"}""", "required")]
    [InlineData("User", """{"id":"org_1","name":"A"}""", "pattern")]
    [InlineData("User", """{"id":1,"name":"A"}""", "type")]
    [InlineData("User", """{"id":"usr_1","name":""}""", "minLength")]
    [InlineData("User", """{"id":"usr_1","name":"ABCD"}""", "maxLength")]
    [InlineData("User", """{"id":"usr_1","name":"A","type":"post"}""", "const")]
    [InlineData("User", """{"id":"usr_1","name":"A","role":"admin"}""", "enum")]
    [InlineData("User", """{"id":"usr_1","name":"A","tags":[true,1]}""", "$.tags[1]")]
    [InlineData("User", """{"id":"usr_1","name":"A","at":"yesterday"}""", "format")]
    [InlineData("User", """{"id":"usr_1","name":"A","passwordHash":"x"}""", "$.passwordHash is not documented")]
    [InlineData("User", "null", "type")]
    [InlineData("Page", "{}", "oneOf")]
    [InlineData("Page", """{"page":10}""", "oneOf")]
    [InlineData("Page", """{"page":1,"next":null}""", "oneOf")]
    public void What_does_not_fit_is_named(string schema, string value, string violation) =>
        Check(schema, value).Should().Contain(message => message.Contains(violation, StringComparison.Ordinal));

    [Fact]
    public void A_keyword_that_is_not_understood_is_not_passed_over() =>
        FluentActions.Invoking(() => Check("Unknown", "{}")).Should().Throw<NotSupportedException>();

    private static IReadOnlyList<string> Check(string schema, string value) =>
        new ContractSchema(Document).Check(Document.GetProperty("components").GetProperty("schemas").GetProperty(schema), Parse(value));

    private static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }
}
