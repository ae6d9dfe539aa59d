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
        (await Body(await Send("GET", "/edge/users?search="))).Should().Be("""{"limit":20,"page":null,"role":null,"search":"","total":true}""");

    [Theory]
    [Trait("Requirement", "R167")]
    [Trait("Requirement", "R168")]
    [InlineData("limit=abc", "limit", "INVALID_TYPE")]
    [InlineData("limit=", "limit", "INVALID_TYPE")]
    [InlineData("limit=%2010", "limit", "INVALID_TYPE")]
    [InlineData("limit=1,000", "limit", "INVALID_TYPE")]
    [InlineData("limit=%2B5", "limit", "INVALID_TYPE")]
    [InlineData("limit=+5", "limit", "INVALID_TYPE")]
    [InlineData("limit=005", "limit", "INVALID_TYPE")]
    [InlineData("limit=-01", "limit", "INVALID_TYPE")]
    [InlineData("limit=%D9%A5", "limit", "INVALID_TYPE")]
    [InlineData("limit=99999999999", "limit", "INVALID_TYPE")]
    [InlineData("limit=1&limit=2", "limit", "UNKNOWN_FIELD")]
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
    [Trait("Requirement", "R240")]
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
    [InlineData("If-Match", "")]
    [InlineData("If-Match", "3")]
    [InlineData("If-Match", "\"3\", 4")]
    [InlineData("If-Match", "nonsense")]
    [InlineData("If-Match", "*, \"3\"")]
    [InlineData("If-Match", "\"3\", *")]
    [InlineData("If-Match", "*,*")]
    [InlineData("If-Match", "w/\"3\"")]
    [InlineData("If-Match", "W/ \"3\"")]
    [InlineData("If-Match", "\"3\"\"4\"")]
    [InlineData("If-Match", "\"3 4\"")]
    [InlineData("If-Match", "\"3")]
    [InlineData("If-Match", ",")]
    [InlineData("If-None-Match", "3")]
    [InlineData("If-None-Match", "*, \"3\"")]
    [Trait("Requirement", "R242")]
    public async Task Rejects_a_malformed_precondition(string header, string value)
    {
        var error = await Error(await Send("PUT", $"/edge/users/{Id}", "{\"name\":\"Ada\"}", headers: [(header, value)]), 400, "MALFORMED_REQUEST");

        error.GetProperty("message").GetString().Should().Be($"{header} must be * or a list of entity tags in quotes, such as \"3\"");
    }

    [Theory]
    [InlineData("*")]
    [InlineData(" * ")]
    [InlineData("\"\"")]
    [InlineData("W/\"3\"")]
    [InlineData("\"3\",\"4\"")]
    [InlineData(", \"3\" ,, W/\"a,b\",")]
    [InlineData("\"!#~\"")]
    public async Task Reads_a_precondition(string value) =>
        await Body(await Send("PUT", $"/edge/users/{Id}", "{\"name\":\"Ada\"}", headers: [("If-Match", value)]));

    [Theory]
    [InlineData("rol=VIEWER", "rol")]
    [InlineData("LIMIT=2", "LIMIT")]
    [InlineData("page[size]=2", "page[size]")]
    [InlineData("authorId=usr_01h455vb4pex5vsknk084sn02q", "authorId")]
    [Trait("Requirement", "R239")]
    public async Task Rejects_a_parameter_that_there_is_not(string query, string field) =>
        Details(await Error(await Send("GET", $"/edge/users?{query}"), 422, "VALIDATION_ERROR")).Should().Equal((field, "UNKNOWN_FIELD"));

    [Theory]
    [InlineData("query.limit=5&limit=abc", "limit INVALID_TYPE", "query.limit UNKNOWN_FIELD")]
    [InlineData("query=5&limit=abc", "limit INVALID_TYPE", "query UNKNOWN_FIELD")]
    [InlineData("limit.x=5&limit=abc", "limit INVALID_TYPE", "limit.x UNKNOWN_FIELD")]
    [InlineData("Limit=5&limit=5", "Limit UNKNOWN_FIELD")]
    [InlineData("limit=5&Limit=5", "Limit UNKNOWN_FIELD")]
    [InlineData("limit=5&lim%69t=5", "limit UNKNOWN_FIELD")]
    public async Task A_parameter_is_known_by_its_exact_name(string query, params string[] details) =>
        Details(await Error(await Send("GET", $"/edge/users?{query}"), 422, "VALIDATION_ERROR")).Select(detail => $"{detail.Field} {detail.Code}").Should().Equal(details);

    [Fact]
    [Trait("Requirement", "R239")]
    public async Task Says_how_a_parameter_is_written() =>
        (await Error(await Send("GET", "/edge/users?LIMIT=2"), 422, "VALIDATION_ERROR")).GetProperty("details")[0].GetProperty("message").GetString()
            .Should().Be("Unknown parameter; write it limit");

    [Fact]
    public async Task Reads_headers()
    {
        (await Body(await Send("GET", "/edge/header", headers: [("X-Number", "5"), ("X-Text", "a")]))).Should().Be("""{"number":5,"text":"a"}""");
        (await Body(await Send("GET", "/edge/header"))).Should().Be("""{"number":null,"text":null}""");
        await Error(await Send("GET", "/edge/header", headers: [("X-Number", "five")]), 422, "VALIDATION_ERROR");
    }
}
