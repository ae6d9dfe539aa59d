using System.Globalization;
using CleanApi.Domain.Errors;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>The error responses for every kind of failure.</summary>
public sealed class FailureTests(FailingApi api) : IClassFixture<FailingApi>
{
    public static TheoryData<string> Unexpected =>
        ["unexpected", "missing key", "database", "reflection", "several", "cancelled by nobody", "timeout", "network"];

    [Theory]
    [Trait("Requirement", "R63")]
    [Trait("Requirement", "R65")]
    [Trait("Requirement", "R66")]
    [Trait("Requirement", "R128")]
    [Trait("Requirement", "R129")]
    [Trait("Requirement", "R130")]
    [Trait("Requirement", "R131")]
    [Trait("Requirement", "R132")]
    [Trait("Requirement", "R133")]
    [Trait("Requirement", "R134")]
    [Trait("Requirement", "R135")]
    [Trait("Requirement", "R138")]
    [Trait("Requirement", "R139")]
    [InlineData(nameof(MalformedRequestError), 400, "MALFORMED_REQUEST", "Malformed")]
    [InlineData(nameof(BadRequestError), 400, "BAD_REQUEST", "Bad")]
    [InlineData(nameof(AuthenticationError), 401, "AUTHENTICATION_ERROR", "Authentication required")]
    [InlineData(nameof(AuthorizationError), 403, "AUTHORIZATION_ERROR", "Insufficient permissions")]
    [InlineData(nameof(NotFoundError), 404, "NOT_FOUND", "User with ID usr_1 not found")]
    [InlineData(nameof(ConflictError), 409, "CONFLICT", "Conflict")]
    [InlineData(nameof(DuplicateValueError), 409, "DUPLICATE_VALUE", "A record with this email already exists")]
    [InlineData(nameof(GoneError), 410, "GONE", "Gone")]
    [InlineData(nameof(PreconditionFailedError), 412, "PRECONDITION_FAILED", null)]
    [InlineData(nameof(PayloadTooLargeError), 413, "PAYLOAD_TOO_LARGE", "Large")]
    [InlineData(nameof(UnsupportedMediaTypeError), 415, "UNSUPPORTED_MEDIA_TYPE", "Type")]
    [InlineData(nameof(ValidationError), 422, "VALIDATION_ERROR", "Invalid request body")]
    [InlineData(nameof(RateLimitError), 429, "RATE_LIMIT_EXCEEDED", "Rate limit exceeded", "30")]
    [InlineData(nameof(UpstreamError), 502, "UPSTREAM_ERROR", "An upstream service failed")]
    [InlineData(nameof(ServiceUnavailableError), 503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable", "1")]
    [InlineData(nameof(UpstreamTimeoutError), 504, "UPSTREAM_TIMEOUT", "An upstream service did not answer in time")]
    [InlineData("RecordNotFoundError", 404, "NOT_FOUND", "The requested resource was not found")]
    [InlineData("unique", 409, "DUPLICATE_VALUE", "A record with this email already exists")]
    [InlineData("foreign key", 404, "NOT_FOUND", "The requested resource was not found")]
    [InlineData("version", 503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable", "1")]
    [InlineData("deadlock", 503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable", "1")]
    [InlineData("too many connections", 503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable", "1")]
    [InlineData("statement timeout", 503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable", "1")]
    [InlineData("out of reach", 503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable", "1")]
    [InlineData("lock timeout", 503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable", "1")]
    [InlineData("transaction left alone", 503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable", "1")]
    [InlineData("read-only server", 503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable", "1")]
    [InlineData("disk full", 503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable", "1")]
    [InlineData("broken server", 503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable", "1")]
    [InlineData("password changed", 503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable", "1")]
    [InlineData("no suitable host", 503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable", "1")]
    [InlineData("no host at all", 503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable", "1")]
    [InlineData("pool exhausted", 503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable", "1")]
    [InlineData("connection refused by us", 503, "SERVICE_UNAVAILABLE", "The service is temporarily unavailable", "1")]
    public async Task An_expected_error_has_its_status_and_code(string name, int status, string code, string? message, string? retryAfter = null)
    {
        var answer = await FailAsync(name);
        var error = answer.ShouldBeError(status, code);
        answer.Header("Retry-After").Should().Be(retryAfter);
        (message ?? error.Text("message")).Should().Be(error.Text("message")).And.NotContain(Failures.Secret);
        answer.Body.Should().NotContain(Failures.Secret);
    }

    [Fact]
    public void No_error_of_the_domain_is_left_out() =>
        typeof(AppException).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(AppException))).Select(type => type.Name).Should().BeSubsetOf(Failures.All.Keys);

    [Theory]
    [MemberData(nameof(Unexpected))]
    [Trait("Requirement", "R64")]
    [Trait("Requirement", "R140")]
    [Trait("Requirement", "R141")]
    [Trait("Requirement", "R142")]
    public async Task An_unexpected_error_reveals_no_details(string name)
    {
        var answer = await FailAsync(name);
        answer.ShouldBeError(500, "INTERNAL_ERROR").Text("message").Should().Be("An unexpected error occurred");
        answer.Json.At("error.details").GetArrayLength().Should().Be(0);
        answer.Body.Should().NotContain(Failures.Secret).And.NotContain("/srv/app").And.NotContain("select ");
        string.Join(' ', answer.Headers.Values).Should().NotContain(Failures.Secret);
    }

    [Theory]
    [MemberData(nameof(Unexpected))]
    [Trait("Requirement", "R136")]
    [Trait("Requirement", "R140")]
    [Trait("Requirement", "R143")]
    [Trait("Requirement", "R182")]
    public async Task An_unexpected_error_is_logged_in_full_with_the_request_id(string name)
    {
        var answer = await FailAsync(name);
        LogLine? line = null;
        await Probe.UntilAsync("the failure is logged", () =>
        {
            line = api.Logs.Lines.FirstOrDefault(candidate => candidate.Exception is not null && candidate.Message.Contains(answer.RequestId, StringComparison.Ordinal));
            return line is not null;
        });
        line!.Level.Should().Be(Microsoft.Extensions.Logging.LogLevel.Error);
        line.Message.Should().MatchRegex("^Request failed req_[0-9a-z]{26} 500 INTERNAL_ERROR in [0-9.]+ ms: GET ");
        line.Exception!.ToString().Should().Contain(Failures.Secret).And.Contain(nameof(FailuresController));
    }

    [Fact]
    [Trait("Requirement", "R225")]
    public async Task Problem_details_contain_the_same()
    {
        using var client = api.Anonymous;
        foreach (var name in Failures.All.Keys)
        {
            var envelope = (await FailAsync(name)).Json.At("error");
            var answer = await client.AnswerAsync("GET", Path(name), ("Accept", "application/problem+json"));
            answer.Header("Content-Type").Should().Be("application/problem+json");
            var problem = answer.Json;
            problem.At("status").GetInt32().Should().Be(answer.Status);
            (problem.Text("code"), problem.Text("detail"), problem.Text("type")).Should().Be((envelope.Text("code"), envelope.Text("message"), envelope.Text("documentation")));
            (problem.Text("requestId"), problem.Text("instance")).Should().Be((answer.RequestId, $"urn:request:{answer.RequestId}"));
            problem.At("errors").GetArrayLength().Should().Be(envelope.At("details").GetArrayLength());
            problem.Text("title").Should().NotBeNullOrWhiteSpace();
            answer.Body.Should().NotContain(Failures.Secret);
        }
    }

    private static string Path(string name) => string.Create(CultureInfo.InvariantCulture, $"{FailuresController.Path}/{Uri.EscapeDataString(name)}");

    private async Task<Answer> FailAsync(string name)
    {
        using var client = api.Anonymous;
        return await client.AnswerAsync("GET", Path(name));
    }
}
