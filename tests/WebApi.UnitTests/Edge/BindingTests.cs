namespace CleanApi.WebApi.UnitTests.Edge;

public sealed class BindingTests(EdgeHost host) : EdgeTest(host)
{
    private const string Id = "usr_01h455vb4pex5vsknk084sn02q";

    [Fact]
    public async Task Reads_every_kind_of_value() =>
        (await Body(await Send("GET", "/edge/users?limit=5&page=2&role=ADMIN&search=ada&total=false")))
            .Should().Be("""{"limit":5,"page":2,"role":"ADMIN","search":"ada","total":false}""");

    [Fact]
    public async Task Leaves_defaults_where_nothing_is_sent() =>
        (await Body(await Send("GET", "/edge/users?search="))).Should().Be("""{"limit":20,"page":null,"role":null,"search":null,"total":true}""");

    [Theory]
    [Trait("Requirement", "R167")]
    [Trait("Requirement", "R168")]
    [InlineData("limit=abc", "limit", "INVALID_TYPE")]
    [InlineData("limit=", "limit", "INVALID_TYPE")]
    [InlineData("limit=%2010", "limit", "INVALID_TYPE")]
    [InlineData("limit=1,000", "limit", "INVALID_TYPE")]
    [InlineData("limit=99999999999", "limit", "INVALID_TYPE")]
    [InlineData("limit=1&limit=2", "limit", "INVALID_VALUE")]
    [InlineData("page=1.5", "page", "INVALID_TYPE")]
    [InlineData("role=admin", "role", "INVALID_VALUE")]
    [InlineData("role=2", "role", "INVALID_VALUE")]
    [InlineData("role=ADMIN,MEMBER", "role", "INVALID_VALUE")]
    [InlineData("total=1", "total", "INVALID_TYPE")]
    [InlineData("organizationId=usr_01h455vb4pex5vsknk084sn02q", "organizationId", "INVALID_FORMAT")]
    public async Task Rejects_invalid_values(string query, string field, string code)
    {
        var error = await Error(await Send("GET", $"/edge/users?{query}"), 422, "VALIDATION_ERROR");

        error.GetProperty("message").GetString().Should().Be("Invalid query parameters");
        Details(error).Should().Equal((field, code));
    }

    [Fact]
    public async Task Reports_all_errors_together() =>
        Details(await Error(await Send("GET", "/edge/users?limit=a&page=b&role=c"), 422, "VALIDATION_ERROR")).Select(detail => detail.Field)
            .Should().BeEquivalentTo("limit", "page", "role");

    [Fact]
    [Trait("Requirement", "R173")]
    public async Task Reads_ids_of_a_path()
    {
        (await Body(await Send("GET", $"/edge/users/{Id}"))).Should().Be($"{{\"id\":\"{Id}\"}}");
        var wrongPrefix = Id.Replace("usr", "org", StringComparison.Ordinal);
        foreach (var id in new[] { "42", Id.ToUpperInvariant(), wrongPrefix, Id + "0", "usr_81h455vb4pex5vsknk084sn02q" })
        {
            var error = await Error(await Send("GET", $"/edge/users/{id}"), 422, "VALIDATION_ERROR");
            Details(error).Should().Equal(("id", "INVALID_FORMAT"));
            error.GetProperty("details")[0].GetProperty("message").GetString().Should().Be("Invalid ID format");
            error.GetProperty("message").GetString().Should().Be("Invalid request data");
        }
    }

    [Theory]
    [InlineData(null, "null")]
    [InlineData("*", "null")]
    [InlineData("\"3\"", "[3]")]
    [InlineData("\"3\", W/\"4\"", "[3,4]")]
    [InlineData("nonsense", "[]")]
    public async Task Reads_If_Match(string? header, string versions)
    {
        var response = await Send("PUT", $"/edge/users/{Id}", "{\"name\":\"Ada\"}", headers: header is null ? [] : [("If-Match", header)]);

        (await Body(response)).Should().Be($"{{\"id\":\"{Id}\",\"versions\":{versions},\"name\":\"Ada\"}}");
    }

    [Fact]
    public async Task Reads_headers()
    {
        (await Body(await Send("GET", "/edge/header", headers: [("X-Number", "5"), ("X-Text", "a")]))).Should().Be("""{"number":5,"text":"a"}""");
        (await Body(await Send("GET", "/edge/header"))).Should().Be("""{"number":null,"text":null}""");
        await Error(await Send("GET", "/edge/header", headers: [("X-Number", "five")]), 422, "VALIDATION_ERROR");
    }
}
