using System.Text.Json;
using CleanApi.WebApi.IntegrationTests.Access;

namespace CleanApi.WebApi.IntegrationTests.Contract;

/// <summary>
/// A client whose types are generated from the committed document with openapi-typescript's default flags, in strict TypeScript, without a cast: what it takes for
/// granted of the document, the server keeps.
/// </summary>
public sealed class TypeScriptClientTests(SecondFactorApi api) : IClassFixture<SecondFactorApi>
{
    [Fact]
    [Trait("Requirement", "R2")]
    public async Task It_compiles_strictly() => (await TypeScriptClient.FaultsAsync()).Should().BeEmpty();

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task It_signs_in_pages_creates_changes_with_a_version_and_reads_errors()
    {
        await TypeScriptClient.FaultsAsync();
        var seen = await RunAsync(ApiFixture.Admin);
        seen.At("count").GetInt32().Should().BeGreaterThan(50);
        (seen.Text("role"), seen.Text("name")).Should().Be(("MEMBER", "Typed anew"));
        seen.Text("organization").Should().StartWith("org_");
        seen.At("tags").EnumerateArray().Select(tag => tag.GetString()).Should().Equal("\"1\"", "\"2\"");
        seen.At("late").ValueKind.Should().Be(JsonValueKind.Null, "somebody else's version is not overwritten");
        seen.Text("refused.code").Should().Be("VALIDATION_ERROR");
        seen.At("refused.details").EnumerateArray().Select(detail => detail.GetString()).Should().Contain("email INVALID_FORMAT").And.HaveCount(2);
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task It_answers_the_question_for_a_second_factor()
    {
        await TypeScriptClient.FaultsAsync();
        var (app, _) = await api.EnrolAsync(ApiFixture.OtherAdmin);
        api.NextCode();
        (await RunAsync(ApiFixture.OtherAdmin, app.Code())).Text("role").Should().Be("MEMBER");
    }

    private async Task<JsonElement> RunAsync(string email, string code = "")
    {
        using var client = api.Anonymous;
        var (exit, output) = await TypeScriptClient.RunAsync(client.BaseAddress!.GetLeftPart(UriPartial.Authority), email, ApiFixture.Password, code);
        exit.Should().Be(0, output);
        return JsonElement.Parse(output);
    }
}
