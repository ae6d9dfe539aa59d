namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>The request id is always generated and the same everywhere; the client's correlation id is separate.</summary>
public sealed class RequestIdTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Theory]
    [Trait("Requirement", "R178")]
    [InlineData("abc-123")]
    [InlineData("A.b_C-9")]
    [InlineData("req_01h455vb4pex5vsknk084sn02q")]
    [InlineData("7f0e7f3c-7d0e-4c4e-9e43-0d0a4e3d8a70")]
    public async Task A_safe_id_of_the_caller_comes_back_as_correlation_id(string id)
    {
        var answer = await GetAsync("X-Request-ID", id);
        answer.Header("X-Correlation-ID").Should().Be(id);
        answer.RequestId.Should().StartWith("req_").And.NotBe(id);
        (await GetAsync("X-Correlation-ID", id)).Header("X-Correlation-ID").Should().Be(id);
    }

    [Theory]
    [Trait("Requirement", "R178")]
    [InlineData("a b")]
    [InlineData("a;b")]
    [InlineData("a/b")]
    [InlineData("a,b")]
    [InlineData("<script>")]
    [InlineData("${jndi:ldap://x}")]
    [InlineData("a\u00e4")]
    [InlineData("\"a\"")]
    [InlineData("%0d%0aSet-Cookie:x")]
    public async Task An_unsafe_correlation_id_is_ignored(string id)
    {
        var answer = await GetAsync("X-Request-ID", id);
        answer.Header("X-Correlation-ID").Should().BeNull();
        api.Logs.Lines.Should().NotContain(line => line.Message.Contains(id, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "R178")]
    public async Task The_longest_has_128_characters()
    {
        (await GetAsync("X-Request-ID", new string('a', 128))).Header("X-Correlation-ID").Should().HaveLength(128);
        (await GetAsync("X-Request-ID", new string('a', 129))).Header("X-Correlation-ID").Should().BeNull();
    }

    [Fact]
    [Trait("Requirement", "R178")]
    public async Task The_same_id_is_in_header_body_log_and_audit()
    {
        using var viewer = await api.ClientAsync(ApiFixture.Viewer);
        var answer = await viewer.AnswerAsync("POST", "/api/v1/users", """{"email":"x@acme.test","name":"X"}""", ("X-Request-ID", "mine-1"));
        answer.ShouldBeError(403, "AUTHORIZATION_ERROR").Text("requestId").Should().Be(answer.RequestId);
        (await api.ScalarAsync<long>($"select count(*) from auditing.audit_logs where request_id = '{answer.RequestId}' and outcome = 'DENIED'")).Should().Be(1);
        await Probe.UntilAsync("its line is logged", () => api.Logs.Lines.Any(line => line.Message.Contains(answer.RequestId, StringComparison.Ordinal)));
        api.Logs.Lines.Should().Contain(line => line.Message.Contains(answer.RequestId, StringComparison.Ordinal) && line.Message.Contains("correlated mine-1", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Requirement", "R178")]
    public async Task No_two_requests_share_one()
    {
        using var client = api.Anonymous;
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => client.AnswerAsync("GET", "/health/live")));
        answers.Select(answer => answer.RequestId).Should().OnlyHaveUniqueItems();
    }

    private async Task<Answer> GetAsync(string header, string value)
    {
        var answer = await Wire.SendAsync(api, "GET /nowhere HTTP/1.1", $"{header}: {value}");
        answer.Status.Should().Be(404);
        return answer;
    }
}
