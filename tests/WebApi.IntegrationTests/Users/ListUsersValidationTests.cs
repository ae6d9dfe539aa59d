using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Users;

public sealed class ListUsersValidationTests(UsersApi api) : IClassFixture<UsersApi>
{
    [Theory]
    [InlineData("limit=0", "limit", "OUT_OF_RANGE", "Must be between 1 and 100")]
    [InlineData("limit=101", "limit", "OUT_OF_RANGE", "Must be between 1 and 100")]
    [InlineData("limit=-5", "limit", "OUT_OF_RANGE", "Must be between 1 and 100")]
    [InlineData("limit=abc", "limit", "INVALID_TYPE", "Must be a whole number")]
    [InlineData("limit=", "limit", "INVALID_TYPE", "Must be a whole number")]
    [InlineData("limit=2.5", "limit", "INVALID_TYPE", "Must be a whole number")]
    [InlineData("limit=99999999999", "limit", "INVALID_TYPE", "Must be a whole number")]
    [InlineData("limit=1&limit=2", "limit", "UNKNOWN_FIELD", "Must be sent once")]
    [InlineData("orderBy=role", "orderBy", "INVALID_VALUE", "Must be one of createdAt, name, email")]
    [InlineData("orderBy=created_at", "orderBy", "INVALID_VALUE", "Must be one of createdAt, name, email")]
    [InlineData("orderBy=NAME", "orderBy", "INVALID_VALUE", "Must be one of createdAt, name, email")]
    [InlineData("orderBy=name;--", "orderBy", "INVALID_VALUE", "Must be one of createdAt, name, email")]
    [InlineData("orderDir=up", "orderDir", "INVALID_VALUE", "Must be asc or desc")]
    [InlineData("orderDir=ASC", "orderDir", "INVALID_VALUE", "Must be asc or desc")]
    [InlineData("role=OWNER", "role", "INVALID_VALUE", "Must be one of VIEWER, MEMBER, ADMIN")]
    [InlineData("role=admin", "role", "INVALID_VALUE", "Must be one of VIEWER, MEMBER, ADMIN")]
    [InlineData("role=2", "role", "INVALID_VALUE", "Must be one of VIEWER, MEMBER, ADMIN")]
    [InlineData("status=GONE", "status", "INVALID_VALUE", "Must be one of INVITED, ACTIVE, DEACTIVATED")]
    [InlineData("organizationId=acme", "organizationId", "INVALID_FORMAT", "Invalid ID format")]
    [InlineData("organizationId=usr_01h455vb4pex5vsknk084sn02q", "organizationId", "INVALID_FORMAT", "Invalid ID format")]
    [InlineData("total=yes", "total", "INVALID_TYPE", "Must be true or false")]
    [InlineData("include=posts", "include", "INVALID_VALUE", "Must be organization")]
    [InlineData("search=%00", "search", "INVALID_FORMAT", "Must not contain control characters")]
    [InlineData("search=a%0Ab", "search", "INVALID_FORMAT", "Must not contain control characters")]
    [InlineData("createdAfter=2026/01/31T12:00:00Z", "createdAfter", "INVALID_FORMAT", "Must be a time with its offset, such as 2026-01-31T12:00:00Z")]
    [InlineData("createdAfter=2026-01-31T12:00:00%20%20Z", "createdAfter", "INVALID_FORMAT", "Must be a time with its offset, such as 2026-01-31T12:00:00Z")]
    [Trait("Requirement", "R15")]
    [Trait("Requirement", "R167")]
    [Trait("Requirement", "R168")]
    [Trait("Requirement", "R170")]
    [Trait("Requirement", "R173")]
    [Trait("Requirement", "R228")]
    public async Task A_wrong_query_is_422_with_the_field_its_code_and_message(string query, string field, string code, string message)
    {
        var answer = await api.SendAsync(ApiFixture.Member, "GET", $"{UsersApi.Path}?{query}");
        answer.ExpectError(HttpStatusCode.UnprocessableEntity, "VALIDATION_ERROR", "Invalid query parameters");
        answer.Body.At("error.details").GetArrayLength().Should().Be(1, "{0}", answer.Body);
        var detail = answer.Body.At("error.details.0");
        (detail.Text("field"), detail.Text("code"), detail.Text("message")).Should().Be((field, code, message));
    }

    [Fact]
    [Trait("Requirement", "R204")]
    [Trait("Requirement", "R240")]
    public async Task All_errors_are_reported_together() =>
        (await api.SendAsync(ApiFixture.Member, "GET", UsersApi.Path + "?limit=0&orderBy=role&orderDir=up&include=posts"))
            .Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should()
            .BeEquivalentTo("limit OUT_OF_RANGE", "orderBy INVALID_VALUE", "orderDir INVALID_VALUE", "include INVALID_VALUE");

    [Theory]
    [InlineData(UsersApi.Path + "?cursor=x&limit=0", "limit OUT_OF_RANGE", "cursor INVALID_CURSOR")]
    [InlineData(UsersApi.Path + "?cursor=x&foo=1", "foo UNKNOWN_FIELD", "cursor INVALID_CURSOR")]
    [InlineData(UsersApi.Path + "?page=1&cursor=x", "page CONFLICT", "cursor INVALID_CURSOR")]
    [InlineData(UsersApi.Path + "?search.x=1&search=%00", "search.x UNKNOWN_FIELD", "search INVALID_FORMAT")]
    [InlineData(UsersApi.Path + "/{id}?include=z&x=1", "x UNKNOWN_FIELD", "include INVALID_VALUE")]
    [InlineData("/api/v1/me?include=z&x=1", "x UNKNOWN_FIELD", "include INVALID_VALUE")]
    [InlineData(UsersApi.Path + "/{id}?id=usr_01h455vb4pex5vsknk084sn02q&Id=1", "id UNKNOWN_FIELD", "Id UNKNOWN_FIELD")]
    [InlineData(UsersApi.Path + "/{id}/posts?cursor=x&foo=1", "foo UNKNOWN_FIELD", "cursor INVALID_CURSOR")]
    [Trait("Requirement", "R204")]
    public async Task What_is_unknown_and_what_is_invalid_is_reported_together(string path, params string[] errors) =>
        (await api.SendAsync(ApiFixture.Member, "GET", path.Replace("{id}", await api.UserIdAsync(ApiFixture.Viewer), StringComparison.Ordinal)))
            .Expect(HttpStatusCode.UnprocessableEntity).FieldErrors.Should().BeEquivalentTo(errors);

    [Theory]
    [InlineData("limit=1", 1)]
    [InlineData("limit=100", 54)]
    [InlineData("", 20)]
    [Trait("Requirement", "R168")]
    [Trait("Requirement", "R228")]
    public async Task A_limit_is_1_to_100_and_20_where_none_is_sent(string query, int count) =>
        (await api.GetAsync(ApiFixture.Member, $"{UsersApi.Path}?{query}")).Ids.Should().HaveCount(count);

    [Fact]
    [Trait("Requirement", "R187")]
    public async Task Authorization_precedes_validation_of_the_filter() =>
        (await api.SendAsync(ApiFixture.Viewer, "GET", UsersApi.Path + "?limit=0&orderBy=role")).Expect(HttpStatusCode.Forbidden);

    [Fact]
    [Trait("Requirement", "R48")]
    [Trait("Requirement", "R49")]
    [Trait("Requirement", "R52")]
    [Trait("Requirement", "R135")]
    public async Task An_error_says_which_request_it_is_about_when_and_where_to_read_on()
    {
        var answer = await api.SendAsync(ApiFixture.Member, "GET", UsersApi.Path + "?limit=0");
        var error = answer.Body.At("error");
        error.EnumerateObject().Select(member => member.Name).Should().Equal("code", "message", "details", "requestId", "timestamp", "documentation");
        error.At("details.0").EnumerateObject().Select(member => member.Name).Should().Equal("field", "code", "message");
        error.Text("requestId").Should().StartWith("req_").And.Be(answer.Headers["X-Request-ID"]);
        error.At("timestamp").GetDateTimeOffset().Should().BeCloseTo(api.Clock.GetUtcNow(), TimeSpan.FromMinutes(1));
        error.Text("documentation").Should().EndWith("/docs/errors/VALIDATION_ERROR");
    }
}
