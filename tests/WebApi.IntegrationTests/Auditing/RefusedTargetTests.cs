using CleanApi.WebApi.IntegrationTests.Http;
using CleanApi.WebApi.IntegrationTests.Tenancy;
using CleanApi.WebApi.IntegrationTests.Users;
using Answer = CleanApi.WebApi.IntegrationTests.Http.Answer;

namespace CleanApi.WebApi.IntegrationTests.Auditing;

[Trait("Requirement", "R131")]
public sealed class RefusedTargetTests(UsersApi api) : IClassFixture<UsersApi>
{
    [Fact]
    public async Task An_attempt_that_is_denied_says_what_it_was_about()
    {
        var tenant = await TenantData.OfAsync(api, ApiFixture.Member);
        using var viewer = await api.ClientAsync(ApiFixture.Viewer);
        List<string> faults = [];
        var denied = 0;
        foreach (var operation in (await ServedDocument.ReadAsync(api)).Operations.Where(one => !one.IsEndless && one.Path.Contains("/{id}", StringComparison.Ordinal)))
        {
            using var request = operation.Request(tenant.Id);
            var answer = await Calls.AnswerAsync(viewer, request);
            if (answer is { Status: 403 } && await TargetAsync(answer) is { } target)
            {
                denied++;
                faults.AddRange(target == tenant.Id(operation.PathIds.First()) ? [] : [$"{operation} is recorded as one at {target}"]);
            }
        }

        faults.Should().BeEmpty();
        denied.Should().BeGreaterThan(5);
    }

    // Empty where nothing is named; null where nothing was recorded.
    private Task<string?> TargetAsync(Answer answer) => api.ScalarAsync<string>(
        $"select coalesce(target_id, '') from auditing.audit_logs where request_id = '{answer.Json.Text("error.requestId")}' and outcome = 'DENIED'");
}
