using CleanApi.WebApi.IntegrationTests.Http;

namespace CleanApi.WebApi.IntegrationTests.Tenancy;

/// <summary>Sends every operation of the served document without a credential that is good.</summary>
public sealed class CredentialTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [Trait("Requirement", "R58")]
    [Trait("Requirement", "R130")]
    [Trait("Requirement", "R184")]
    [Trait("Requirement", "R225")]
    [InlineData(null, "Bearer realm=\"CleanApi\"")]
    [InlineData("", "Bearer realm=\"CleanApi\"")]
    [InlineData("Bearer ", "Bearer realm=\"CleanApi\"")]
    [InlineData("Basic YWRtaW5AYWNtZS50ZXN0OlBhc3N3MHJkIWRlbW8=", "Bearer realm=\"CleanApi\"")]
    [InlineData("Bearer x", "Bearer realm=\"CleanApi\", error=\"invalid_token\"")]
    [InlineData("Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJ1c3JfMDFoNDU1dmI0cGV4NXZza25rMDg0c24wMnEifQ.", "Bearer realm=\"CleanApi\", error=\"invalid_token\"")]
    public async Task Every_operation_requires_a_credential(string? authorization, string challenge)
    {
        using var client = api.Anonymous;
        List<string> faults = [];
        foreach (var operation in await ProtectedAsync())
        {
            var request = operation.Request(TenantData.Unknown);
            var answer = await client.AnswerAsync(authorization is null ? request : request.With(("Authorization", authorization)));
            faults.AddRange(Faults(answer, challenge).Select(fault => $"{operation}: {fault}"));
        }

        faults.Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R58")]
    public async Task Anonymous_requests_are_rejected_before_their_input_is_read()
    {
        using var client = api.Anonymous;
        List<string> faults = [];
        foreach (var operation in (await ProtectedAsync()).Where(operation => operation.Body is not null))
        {
            var answer = await client.AnswerAsync(operation.Request(_ => "no-id", "?limit=x", "not json"u8.ToArray(), operation.Body!.MediaType));
            faults.AddRange(Faults(answer, "Bearer").Select(fault => $"{operation}: {fault}"));
        }

        faults.Should().BeEmpty();
    }

    [Fact]
    [Trait("Requirement", "R58")]
    public async Task A_session_that_has_ended_is_no_credential()
    {
        var token = await api.SignInAsync(ApiFixture.Viewer);
        using var client = api.CreateClient(token);
        (await client.AnswerAsync("POST", "/api/auth/logout")).Status.Should().Be(204);
        (await client.AnswerAsync("GET", "/api/v1/me")).ShouldBeError(401, "AUTHENTICATION_ERROR");
    }

    private static IEnumerable<string> Faults(Answer answer, string challenge)
    {
        if (answer.Status != 401)
        {
            return [answer.ToString()];
        }

        return answer.Header("WWW-Authenticate")?.StartsWith(challenge, StringComparison.Ordinal) is true
            ? Envelope.Faults(answer)
            : [$"challenge {answer.Header("WWW-Authenticate")}"];
    }

    private async Task<IReadOnlyList<Operation>> ProtectedAsync()
    {
        var operations = (await ServedDocument.ReadAsync(api)).Every.Where(operation => !operation.IsAnonymous).ToList();
        operations.Should().NotBeEmpty().And.OnlyContain(operation => operation.Statuses.Contains(401));
        return operations;
    }
}
