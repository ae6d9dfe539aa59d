using System.Globalization;

namespace CleanApi.WebApi.IntegrationTests.Http;

/// <summary>Any User-Agent is accepted and stored with the session and in the audit log.</summary>
public sealed class UserAgentTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    /// <summary>User agents with the number of stored characters.</summary>
    public static TheoryData<string, int> Names => new()
    {
        { "probe/1.0", 9 }, { "😀", 1 }, { new string('a', 499) + "😀", 499 }, { new string('a', 498) + "😀b", 499 }, { new string('ä', 4000), 500 },
        { "'; drop table users.users; --", 29 }, { "\ufffe\u202e", 1 },
    };

    [Theory]
    [MemberData(nameof(Names))]
    [Trait("Requirement", "R226")]
    public async Task Whatever_a_client_calls_itself_it_signs_in_and_is_audited(string name, int kept)
    {
        var session = await PostAsync("/api/auth/login", $$"""{"email":"{{ApiFixture.Viewer}}","password":"{{ApiFixture.Password}}"}""", $"User-Agent: {name}");
        session.Status.Should().Be(200, session.ToString());
        var denied = await PostAsync(
            "/api/v1/users", """{"email":"x@acme.test","name":"X"}""",
            $"User-Agent: {name}", $"Authorization: Bearer {session.Json.Text("data.attributes.accessToken")}");
        denied.ShouldBeError(403, "AUTHORIZATION_ERROR");
        (await api.ScalarAsync<int>(string.Create(CultureInfo.InvariantCulture, $"select char_length(user_agent) from auditing.audit_logs where request_id = '{denied.RequestId}'")))
            .Should().Be(kept);
    }

    /// <summary>User agents with what is stored of them.</summary>
    public static TheoryData<string, string> Unsafe => new()
    {
        { "a\u001b[31mred\u009b2J", "a[31mred2J" },
        { "probe tok_0123456789abcdef", "probe tok_***" },
        { "probe Bearer abc.def-ghi", "probe Bearer ***" },
        { "sk_live_0123456789abcdefghij grace@navy.test", "sk_live_*** g***@navy.test" },
        { new string('a', 495) + " grace@navy.test", new string('a', 495) + " g***" },
    };

    [Theory]
    [MemberData(nameof(Unsafe))]
    public async Task Control_characters_secrets_and_addresses_are_stored_neither_with_the_session_nor_in_the_audit_log(string name, string stored)
    {
        var session = await PostAsync("/api/auth/login", $$"""{"email":"{{ApiFixture.Viewer}}","password":"{{ApiFixture.Password}}"}""", $"User-Agent: {name}");
        session.Status.Should().Be(200, session.ToString());
        (await api.ScalarAsync<string>($"select user_agent from auditing.audit_logs where request_id = '{session.RequestId}'")).Should().Be(stored);
        (await api.ScalarAsync<string>("select user_agent from access.sessions order by created_at desc, id desc limit 1")).Should().Be(stored);
    }

    private Task<Answer> PostAsync(string path, string json, params string[] headers) =>
        Wire.SendAsync(api, $"POST {path} HTTP/1.1", json, ["Content-Type: application/json", .. headers]);
}
