using System.Text.Json;
using System.Text.RegularExpressions;

namespace CleanApi.WebApi.IntegrationTests.Contract;

/// <summary>The document is for clients: it has no names of the program's classes and no notes for its developers.</summary>
public sealed partial class PlainWordsTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    private static readonly string[] Texts = ["description", "summary", "title"];

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task No_text_names_a_class_or_has_a_developer_s_note()
    {
        var document = (await ContractDocument.OfAsync(api.Services)).Document;
        // A header may have the name of a class as well: RateLimit.
        var known = new[] { "schemas", "headers" }.SelectMany(kind => document.GetProperty("components").GetProperty(kind).EnumerateObject()).Select(one => one.Name)
            .ToHashSet(StringComparer.Ordinal);
        var classes = new[] { typeof(Domain.Users.User), typeof(Application.Users.UserResponse), typeof(Infrastructure.DependencyInjection), typeof(Program) }
            .SelectMany(type => type.Assembly.GetTypes()).Select(type => type.Name.Split('`')[0])
            .Where(name => Compound().IsMatch(name) && !known.Contains(name)).ToHashSet(StringComparer.Ordinal);

        var texts = TextsOf(document).ToList();

        texts.Should().NotBeEmpty();
        texts.SelectMany(text => Word().Matches(text).Select(word => word.Value)).Where(classes.Contains).Should().BeEmpty();
        texts.Should().NotContain(text => Note().IsMatch(text));
    }

    [Fact]
    [Trait("Requirement", "R2")]
    public async Task No_schema_is_named_after_where_something_is_stored_or_how_it_is_sent()
    {
        var schemas = (await ContractDocument.OfAsync(api.Services)).Document.GetProperty("components").GetProperty("schemas").EnumerateObject().Select(schema => schema.Name);

        schemas.Should().NotContain(name => Internal().IsMatch(name));
    }

    private static IEnumerable<string> TextsOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member =>
            member.Value.ValueKind == JsonValueKind.String && Texts.Contains(member.Name) ? [member.Value.GetString()!] : TextsOf(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(TextsOf),
        _ => [],
    };

    // More than one hump: User and Event are words as well.
    [GeneratedRegex("^([A-Z][a-z0-9]+){2,}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Compound();

    [GeneratedRegex(@"\w+", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"CleanApi\.|</?(see|c|para|inheritdoc)\b|\bcref\b|\bTODO\b|\bADR\b|docs/adr|\.cs\b|Async\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Note();

    [GeneratedRegex("Outbox|Resource$|Response$|Dto|Entity|`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Internal();
}
