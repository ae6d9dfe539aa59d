using System.Text;
using System.Text.Json;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Errors;
using CleanApi.WebApi.Requests;
using Microsoft.AspNetCore.Http;
using NSubstitute;

namespace CleanApi.WebApi.UnitTests.Errors;

public sealed class ErrorWriterTests
{
    private static readonly ErrorDetail BadEmail = new("email", FieldCodes.InvalidFormat, "Invalid email format");

    private readonly DefaultHttpContext context = new();
    private readonly ErrorWriter writer;

    public ErrorWriterTests()
    {
        var clock = Substitute.For<TimeProvider>();
        clock.GetUtcNow().Returns(new DateTimeOffset(2026, 1, 31, 12, 0, 0, 5, TimeSpan.Zero));
        writer = new ErrorWriter(clock);
        context.Response.Body = new MemoryStream();
        context.Request.Scheme = "https";
        context.Request.Host = new HostString("api.acme.test");
        context.Request.Method = "GET";
    }

    [Fact]
    [Trait("Requirement", "R48")]
    [Trait("Requirement", "R49")]
    [Trait("Requirement", "R52")]
    [Trait("Requirement", "R135")]
    public async Task Writes_the_envelope()
    {
        var body = await Write(new ValidationError([BadEmail]));

        context.Response.StatusCode.Should().Be(422);
        context.Response.ContentType.Should().Be("application/json; charset=utf-8");
        var id = RequestContext.Of(context).Id;
        id.Should().MatchRegex("^req_[0-7][0-9a-hjkmnp-tv-z]{25}$");
        body.Should().Be(string.Concat(
            "{\"error\":{\"code\":\"VALIDATION_ERROR\",\"message\":\"Invalid request body\",",
            "\"details\":[{\"field\":\"email\",\"code\":\"INVALID_FORMAT\",\"message\":\"Invalid email format\"}],",
            $"\"requestId\":\"{id}\",\"timestamp\":\"2026-01-31T12:00:00.005Z\",",
            "\"documentation\":\"https://api.acme.test/docs/errors/VALIDATION_ERROR\"}}"));
    }

    [Fact]
    [Trait("Requirement", "R51")]
    public async Task Leads_to_the_site_of_the_operator_whatever_host_a_client_names()
    {
        context.Request.Host = new HostString("evil.test");
        await new ErrorWriter(TimeProvider.System, "https://api.acme.test").WriteAsync(context, new NotFoundError("User"));

        Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray()).Should().Contain("\"documentation\":\"https://api.acme.test/docs/errors/NOT_FOUND\"");
    }

    [Fact]
    public async Task Writes_problem_details_where_they_are_preferred()
    {
        context.Request.Headers.Accept = "application/problem+json";

        var error = new ValidationError([BadEmail, new ErrorDetail("tags[0].na/me", FieldCodes.TooLong, "Too long")]);
        var problem = JsonDocument.Parse(await Write(error)).RootElement;

        context.Response.ContentType.Should().Be("application/problem+json");
        problem.GetProperty("type").GetString().Should().Be("https://api.acme.test/docs/errors/VALIDATION_ERROR");
        problem.GetProperty("title").GetString().Should().Be("Validation failed");
        problem.GetProperty("status").GetInt32().Should().Be(422);
        problem.GetProperty("detail").GetString().Should().Be("Invalid request body");
        problem.GetProperty("instance").GetString().Should().Be($"urn:request:{RequestContext.Of(context).Id}");
        problem.GetProperty("code").GetString().Should().Be("VALIDATION_ERROR");
        problem.GetProperty("errors").EnumerateArray().Select(item => item.GetProperty("pointer").GetString()).Should().Equal("#/email", "#/tags/0/na~1me");
        problem.GetProperty("errors")[0].GetProperty("field").GetString().Should().Be("email");
    }

    [Fact]
    public async Task Points_into_the_body_only_for_errors_of_the_body()
    {
        context.Request.Headers.Accept = "application/problem+json";

        var body = await Write(ValidationError.Of("limit", FieldCodes.OutOfRange, "Must be between 1 and 100", FieldPlace.Query));

        body.Should().Contain("\"field\":\"limit\"").And.NotContain("pointer");
    }

    [Fact]
    [Trait("Requirement", "R236")]
    public async Task Has_no_pointer_for_a_missing_resource()
    {
        context.Request.Headers.Accept = "application/problem+json";

        (await Write(new NotFoundError("User", "usr_1"))).Should().Contain("\"errors\":[{\"code\":\"NOT_FOUND\"").And.NotContain("pointer");
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("*/*", false)]
    [InlineData("application/json", false)]
    [InlineData("application/problem+json", true)]
    [InlineData("application/problem+json, application/json", true)]
    [InlineData("application/json, application/problem+json", false)]
    [InlineData("application/json;q=0.5, application/problem+json", true)]
    [InlineData("application/json, application/problem+json;q=0.9", false)]
    [InlineData("*/*, application/problem+json", true)]
    [InlineData("application/*;q=0.9, application/problem+json;q=0.1", false)]
    [InlineData("*/*;q=0.1, application/json;q=0, application/problem+json;q=0.1", true)]
    [InlineData("application/problem+json;q=0", false)]
    public void Reads_the_preference(string accept, bool asks) => ProblemPreference.IsPreferred(accept).Should().Be(asks);

    [Theory]
    [Trait("Requirement", "R134")]
    [InlineData(0, "1")]
    [InlineData(1000, "1")]
    [InlineData(1001, "2")]
    [InlineData(59500, "60")]
    public async Task Rounds_retry_after_up(int milliseconds, string expected)
    {
        await Write(new RateLimitError(TimeSpan.FromMilliseconds(milliseconds)));

        context.Response.Headers.RetryAfter.ToString().Should().Be(expected);
    }

    [Fact]
    [Trait("Requirement", "R58")]
    [Trait("Requirement", "R130")]
    public async Task Challenges_without_an_error_code_when_no_credential_was_sent()
    {
        var body = await Write(new AuthenticationError());

        context.Response.Headers.WWWAuthenticate.ToString().Should().Be("Bearer realm=\"CleanApi\"");
        body.Should().Contain("\"Authentication required\"");
    }

    [Fact]
    [Trait("Requirement", "R58")]
    public async Task Challenges_with_an_error_code_when_an_invalid_credential_was_sent()
    {
        context.Request.Headers.Authorization = "Bearer x";

        await Write(new AuthenticationError());

        context.Response.Headers.WWWAuthenticate.ToString().Should().Contain("error=\"invalid_token\"");
    }

    [Fact]
    public async Task Keeps_an_existing_challenge()
    {
        context.Response.Headers.WWWAuthenticate = "Basic";

        await Write(new AuthenticationError());

        context.Response.Headers.WWWAuthenticate.ToString().Should().Be("Basic");
    }

    [Fact]
    public async Task Removes_headers_of_the_discarded_body_and_keeps_the_rest()
    {
        context.Response.Headers.ETag = "\"3\"";
        context.Response.Headers.Allow = "GET";
        context.Response.Headers["X-RateLimit-Limit"] = "100";

        await Write(new NotFoundError("User"));

        context.Response.Headers.ETag.Should().BeEmpty();
        context.Response.Headers.Allow.ToString().Should().Be("GET");
        context.Response.Headers["X-RateLimit-Limit"].ToString().Should().Be("100");
    }

    private async Task<string> Write(AppException error)
    {
        await writer.WriteAsync(context, error);
        context.Response.Body.Position = 0;
        return await new StreamReader(context.Response.Body).ReadToEndAsync();
    }
}
