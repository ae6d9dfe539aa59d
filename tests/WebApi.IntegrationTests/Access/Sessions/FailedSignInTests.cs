using System.Net;

namespace CleanApi.WebApi.IntegrationTests.Access;

/// <summary>Failed sign-ins reveal nothing to the client and are audited in the organization.</summary>
public sealed class FailedSignInTests(AuthApi api) : IClassFixture<AuthApi>
{
    private const string Deactivated = "user01@acme.test";

    [Fact]
    public async Task Whatever_is_wrong_status_and_body_and_headers_are_the_same()
    {
        await api.ExecuteAsync($"update users.users set status = 'DEACTIVATED' where email = '{Deactivated}'");
        (string Email, string Password)[] wrong =
            [("nobody@acme.test", ApiFixture.Password), (ApiFixture.Member, "wrong"), (ApiFixture.Member, ""), (Deactivated, ApiFixture.Password), ("nobody@acme.test", "")];
        var answers = new List<string>();
        foreach (var (email, password) in wrong)
        {
            using var response = await api.LoginAsync(email, password);
            var body = await response.JsonAsync();
            answers.Add($"{(int)response.StatusCode} {body.At("error.code")} {body.At("error.message")} {body.At("error.details")} {string.Join(',', response.Headers.Select(header => header.Key))}");
        }

        answers.Distinct().Should().ContainSingle().Which.Should().StartWith("401 AUTHENTICATION_ERROR Invalid email or password");
    }

    [Theory]
    [Trait("Requirement", "R238")]
    [InlineData("wrong")]
    [InlineData("")]
    public async Task A_failure_is_audited_in_the_user_s_organization_without_an_actor(string password)
    {
        using var response = await api.LoginAsync(ApiFixture.Viewer, password);
        var viewer = await api.UserIdAsync(ApiFixture.Viewer);
        var request = response.Headers.GetValues("X-Request-ID").Single();
        (await api.ScalarAsync<long>(
            $"""
            select count(*) from auditing.audit_logs entry join users.users person on person.organization_id = entry.organization_id
            where person.email = '{ApiFixture.Viewer}' and action = 'sign_in' and outcome = 'FAILED' and reason = 'INVALID_CREDENTIALS' and actor_id is null
              and target_type = 'user' and target_id = '{viewer}' and ip_address = '127.0.0.1' and request_id = '{request}'
            """)).Should().Be(1);
        (await api.ScalarAsync<long>($"select count(*) from auditing.audit_logs where request_id = '{request}'")).Should().Be(1);
    }

    [Fact]
    public async Task A_failure_with_an_unknown_address_is_recorded_outside_of_every_organization()
    {
        using var response = await api.LoginAsync("nobody-at-all@acme.test", "wrong");
        var request = response.Headers.GetValues("X-Request-ID").Single();
        (await api.ScalarAsync<Guid?>($"select organization_id from auditing.audit_logs where request_id = '{request}' and target_id is null"))
            .Should().Be(Guid.Empty);
        (await api.ScalarAsync<long>("select count(*) from organizations.organizations where id = '00000000-0000-0000-0000-000000000000'")).Should().Be(0);
        (await api.ScalarAsync<long>("select count(*) from auditing.audit_logs entry where entry::text like '%nobody-at-all%'")).Should().Be(0);
    }

    [Fact]
    public async Task A_sign_in_that_succeeds_leaves_no_failure()
    {
        using var response = await api.LoginAsync(ApiFixture.OtherAdmin);
        response.StatusCode.Should().Be(HttpStatusCode.OK);
        var request = response.Headers.GetValues("X-Request-ID").Single();
        (await api.ScalarAsync<string>($"select string_agg(action, ',') from auditing.audit_logs where request_id = '{request}'")).Should().Be("sign_in");
    }
}
