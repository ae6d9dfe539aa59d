using CleanApi.WebApi.IntegrationTests.Tenancy;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Nobody keeps the answer to a write (RFC 9111), of any operation of the served document: some have a secret, and an ETag.</summary>
public sealed class CachedWriteTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task No_answer_to_a_write_is_kept()
    {
        var tenant = await TenantData.OfAsync(api, ApiFixture.Viewer);
        using var client = await api.ClientAsync(ApiFixture.Admin);
        // Those that may end the session come last.
        var writes = (await ServedDocument.ReadAsync(api)).Operations.Where(operation => !operation.IsRead)
            .OrderBy(operation => operation.Path.StartsWith("/api/auth", StringComparison.Ordinal)).ThenBy(operation => operation.Method == "DELETE").ToList();
        List<Answer> done = [];
        foreach (var operation in writes)
        {
            var answer = await client.AnswerAsync(operation.Request(tenant.Id));
            answer.Header("Cache-Control").Should().Be("no-store", $"{operation}: {answer}");
            done.AddRange(answer.Status is >= 200 and < 300 ? [answer] : []);
        }

        done.Should().Contain(answer => answer.Header("ETag") != null).And.Contain(answer => answer.Body.Contains("\"secret\"")).And.HaveCountGreaterThan(10);
    }
}
