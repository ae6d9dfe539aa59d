using System.Net;

namespace CleanApi.WebApi.UnitTests.Edge;

public sealed class FailureTests(EdgeHost host) : EdgeTest(host)
{
    [Theory]
    [Trait("Requirement", "R225")]
    [InlineData("GET", "/nowhere", 404, "NOT_FOUND")]
    [InlineData("DELETE", "/edge/users", 405, "METHOD_NOT_ALLOWED")]
    [InlineData("DELETE", "/edge/Users", 404, "NOT_FOUND")]
    [InlineData("GET", "/Edge/users", 404, "NOT_FOUND")]
    [InlineData("DELETE", "/edge/users/", 404, "NOT_FOUND")]
    [InlineData("GET", "/edge/users/invite", 405, "METHOD_NOT_ALLOWED")]
    [InlineData("GET", "/edge/users/INVITE", 422, "VALIDATION_ERROR")]
    [InlineData("POST", "/edge/users/INVITE", 404, "NOT_FOUND")]
    [InlineData("DELETE", "/edge/users/INVITE", 405, "METHOD_NOT_ALLOWED")]
    [InlineData("GET", "/edge/conflict", 409, "CONFLICT")]
    [InlineData("GET", "/edge/status/401", 401, "AUTHENTICATION_ERROR")]
    [InlineData("GET", "/edge/status/403", 403, "AUTHORIZATION_ERROR")]
    [InlineData("GET", "/edge/status/404", 404, "NOT_FOUND")]
    [InlineData("GET", "/edge/status/413", 413, "PAYLOAD_TOO_LARGE")]
    [InlineData("GET", "/edge/status/415", 415, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("GET", "/edge/status/418", 418, "BAD_REQUEST")]
    [InlineData("GET", "/edge/status/501", 501, "INTERNAL_ERROR")]
    [InlineData("GET", "/edge/status/503", 503, "SERVICE_UNAVAILABLE")]
    [InlineData("GET", "/docs/errors/NO_SUCH_CODE", 404, "NOT_FOUND")]
    public async Task Have_one_format(string method, string path, int status, string code) => await Error(await Send(method, path), status, code);

    [Fact]
    [Trait("Requirement", "R64")]
    [Trait("Requirement", "R141")]
    [Trait("Requirement", "R142")]
    public async Task Hide_the_details_of_unexpected_errors()
    {
        var response = await Send("GET", "/edge/unexpected");

        (await Error(response, 500, "INTERNAL_ERROR")).GetProperty("message").GetString().Should().Be("An unexpected error occurred");
        (await response.Content.ReadAsStringAsync()).Should().NotContain("secret").And.NotContain(" at ");
    }

    [Fact]
    public async Task Keep_Allow_on_405() => (await Send("DELETE", "/edge/users")).Content.Headers.Allow.Should().BeEquivalentTo("GET", "POST", "HEAD");

    [Fact]
    public async Task Name_an_unknown_route() =>
        (await Error(await Send("GET", "/nowhere"), 404, "NOT_FOUND")).GetProperty("message").GetString().Should().Be("Route not found");

    [Fact]
    public async Task Are_problem_details_on_request()
    {
        var response = await Send("GET", "/nowhere", headers: [("Accept", "application/problem+json")]);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Theory]
    [InlineData("application/json;q=0, */*", "application/problem+json")]
    [InlineData("application/json;q=0.5, */*", "application/json")]
    [InlineData("image/png", "application/json")]
    public async Task Have_a_form_that_is_not_refused(string accept, string type) =>
        (await Send("GET", "/nowhere", headers: [("Accept", accept)])).Content.Headers.ContentType!.MediaType.Should().Be(type);

    [Theory]
    [InlineData("/edge/users", "text/xml", 406)]
    [InlineData("/edge/users", "application/json;q=0, text/html", 406)]
    [InlineData("/edge/users", "application/json;q=0, */*", 406)]
    [InlineData("/edge/users", "*/*, application/*;q=0", 406)]
    [InlineData("/edge/users", "*/*;q=0, application/json", 200)]
    [InlineData("/edge/csv", "application/json;q=0, */*", 200)]
    [InlineData("/edge/csv", "text/csv;q=0, */*", 406)]
    [InlineData("/edge/users", "text/html, */*;q=0.1", 200)]
    [InlineData("/edge/users", "application/*", 200)]
    [InlineData("/edge/users", "application/problem+json", 200)]
    [InlineData("/edge/users", "application/json; charset=utf-8", 200)]
    [InlineData("/edge/users", "not a media type", 200)]
    [InlineData("/edge/csv", "text/csv", 200)]
    public async Task Start_with_what_can_be_accepted(string path, string accept, int status) =>
        ((int)(await Send("GET", path, headers: [("Accept", accept)])).StatusCode).Should().Be(status);

    [Theory]
    [Trait("Requirement", "R57")]
    [InlineData("{\"name\":\"Ada\"}", "text/plain", 415, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("{\"name\":\"Ada\"}", "application/x-www-form-urlencoded", 415, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("{\"name\":\"Ada\"}", null, 415, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("{\"name\":\"Ada\"}", "application/json; charset=utf-16", 415, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("{\"name\":\"Ada\"", "application/json", 400, "MALFORMED_REQUEST")]
    [InlineData("", "application/json", 400, "MALFORMED_REQUEST")]
    [InlineData("{\"nam\":\"Ada\"}", "application/json", 422, "VALIDATION_ERROR")]
    public async Task Distinguish_media_type_syntax_and_field_errors(string body, string? contentType, int status, string code) =>
        await Error(await Send("POST", "/edge/users", body, contentType), status, code);

    [Fact]
    public async Task Include_a_missing_body() => await Error(await Send("POST", "/edge/users"), 400, "MALFORMED_REQUEST");

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("APPLICATION/JSON;charset=\"utf-8\"")]
    public async Task Do_not_include_json(string contentType) =>
        (await Body(await Send("POST", "/edge/users", "{\"name\":\"Ada\"}", contentType))).Should().Contain("\"Ada\"");

    [Theory]
    [InlineData("POST", "application/merge-patch+json", "Accept-Post", "application/json")]
    [InlineData("PUT", "application/merge-patch+json", "Accept", "application/json")]
    [InlineData("PATCH", "application/json-patch+json", "Accept-Patch", "application/merge-patch+json, application/json")]
    [InlineData("PATCH", "text/plain", "Accept-Patch", "application/merge-patch+json, application/json")]
    [Trait("Requirement", "R242")]
    public async Task Name_the_media_types_that_are_taken(string method, string sent, string header, string taken)
    {
        var response = await Send(method, method == "POST" ? "/edge/users" : "/edge/users/usr_01h455vb4pex5vsknk084sn02q", "{\"name\":\"Ada\"}", sent);

        await Error(response, 415, "UNSUPPORTED_MEDIA_TYPE");
        response.Headers.Concat(response.Content.Headers).Single(one => one.Key == header).Value.SelectMany(value => value.Split(", ")).Should().Equal(taken.Split(", "));
    }

    [Fact]
    public async Task Include_a_compressed_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/edge/users") { Content = new StringContent("{}") };
        request.Content.Headers.ContentType = new("application/json");
        request.Content.Headers.ContentEncoding.Add("gzip");

        var response = await Host.Client.SendAsync(request);
        await Error(response, 415, "UNSUPPORTED_MEDIA_TYPE");
        response.Headers.GetValues("Accept-Encoding").Should().Equal("identity");
    }

    [Theory]
    [InlineData("{}", "application/json", 200)]
    [InlineData("", "text/plain", 200)]
    [InlineData(" {} ", "application/json; charset=utf-8", 200)]
    [InlineData("{", "application/json", 400)]
    [InlineData("{\"role\":\"ADMIN\"}", "application/json", 422)]
    [InlineData("null", "application/json", 422)]
    [InlineData("[]", "application/json", 422)]
    [InlineData("{}", "text/plain", 415)]
    [InlineData("a=1", "application/x-www-form-urlencoded", 415)]
    [InlineData("{}", null, 415)]
    public async Task Include_a_body_that_says_something_where_none_is_taken(string body, string? contentType, int status) =>
        ((int)(await Send("POST", "/edge/users/invite", body, contentType)).StatusCode).Should().Be(status);

    [Fact]
    public async Task Tell_an_unasked_field_with_all_that_is_wrong() => Details(
        await Error(await Send("POST", "/edge/users/invite?x=1", "{\"role\":1}"), 422, "VALIDATION_ERROR")).Should().Equal(("role", "UNKNOWN_FIELD"), ("x", "UNKNOWN_FIELD"));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Include_a_body_that_is_too_large(bool isChunked)
    {
        var json = $"{{\"name\":\"{new string('a', 1024 * 1024)}\"}}";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/edge/users") { Content = new StringContent(json) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = isChunked;

        await Error(await Host.Client.SendAsync(request), 413, "PAYLOAD_TOO_LARGE");
    }

    [Fact]
    public async Task Do_not_include_a_body_just_small_enough()
    {
        var json = $"{{\"name\":\"{new string('a', (1024 * 1024) - 11)}\"}}";

        (await Body(await Send("POST", "/edge/users", json))).Should().Contain("aaaa");
    }

    [Fact]
    public async Task Do_not_include_an_optional_body_left_out()
    {
        (await Body(await Send("POST", "/edge/optional"))).Should().Be("{\"name\":null}");
        (await Body(await Send("POST", "/edge/optional", "{\"name\":\"Ada\"}"))).Should().Be("{\"name\":\"Ada\"}");
    }
}
