using CleanApi.Application.Access;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

[Trait("Requirement", "R100")]
public sealed class RefreshTests(AccessCluster cluster) : AccessTest(cluster)
{
    [Fact]
    public async Task Each_refresh_rotates_the_token_of_the_same_session()
    {
        var session = await Api.LoginAsync(await Api.CreateOrganizationAsync());
        var tokens = new HashSet<string>(StringComparer.Ordinal) { session.RefreshToken };
        for (var i = 1; i <= 3; i++)
        {
            Clock.Advance(TimeSpan.FromDays(1));
            var next = await Api.RefreshAsync(session.RefreshToken);
            tokens.Add(next.RefreshToken).Should().BeTrue();
            (next.SessionId, next.RefreshExpiresIn).Should().Be((session.SessionId, 604800));
            session = next;
        }
    }

    [Fact]
    public async Task A_session_expires_after_7_days_without_a_refresh()
    {
        var session = await Api.LoginAsync(await Api.CreateOrganizationAsync());
        Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMilliseconds(1));
        var next = await Api.RefreshAsync(session.RefreshToken);
        Clock.Advance(TimeSpan.FromDays(7));
        await ShouldBeRejectedAsync(new Refresh(next.RefreshToken));
    }

    [Fact]
    public async Task A_session_expires_after_30_days_however_often_it_is_refreshed()
    {
        var session = await Api.LoginAsync(await Api.CreateOrganizationAsync());
        for (var day = 6; day <= 24; day += 6)
        {
            Clock.Advance(TimeSpan.FromDays(6));
            session = await Api.RefreshAsync(session.RefreshToken);
            session.RefreshExpiresIn.Should().Be(Math.Min(7, 30 - day) * 86400);
        }

        Clock.Advance(TimeSpan.FromDays(5));
        var last = await Api.RefreshAsync(session.RefreshToken);
        last.RefreshExpiresIn.Should().Be(86400);
        Clock.Advance(TimeSpan.FromDays(1));
        await ShouldBeRejectedAsync(new Refresh(last.RefreshToken));
    }

    [Fact]
    public async Task Fifty_concurrent_refreshes_return_the_same_successor()
    {
        var session = await Api.LoginAsync(await Api.CreateOrganizationAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Api.RefreshAsync(session.RefreshToken)));
        answers.Select(answer => answer.RefreshToken).Distinct().Should().ContainSingle();
        (await ReadAsync<long>("select count(*) from access.refresh_tokens")).Should().Be(2);
        await Api.RefreshAsync(answers[0].RefreshToken);
    }

    [Fact]
    [Trait("Requirement", "R238")]
    public async Task Reuse_after_the_leeway_revokes_the_session_and_is_audited_once()
    {
        var user = await Api.CreateOrganizationAsync();
        var session = await Api.LoginAsync(user);
        var next = await Api.RefreshAsync(session.RefreshToken);
        Clock.Advance(TimeSpan.FromSeconds(10));
        (await Api.RefreshAsync(session.RefreshToken)).RefreshToken.Should().Be(next.RefreshToken);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ShouldBeRejectedAsync(new Refresh(session.RefreshToken))));
        await ShouldBeRejectedAsync(new Refresh(next.RefreshToken));
        await ShouldBeInvalidAsync(next);
        (await ReadAsync<string>("select revoked_reason from access.sessions")).Should().Be("TOKEN_REUSED");
        (await ReadAsync<long>(
            """
            select count(*) from auditing.audit_logs where action = 'token.reuse_detected' and organization_id = $1 and target_id = $2
              and outcome = 'FAILED' and reason = 'TOKEN_REUSED' and actor_id is null and changes -> 'revokedReason' ->> 'to' = 'TOKEN_REUSED'
            """,
            user.OrganizationId.Value, session.SessionId.ToString())).Should().Be(1);
    }

    [Fact]
    public async Task A_token_whose_successor_was_used_is_rejected_even_within_the_leeway()
    {
        var first = await Api.LoginAsync(await Api.CreateOrganizationAsync());
        var second = await Api.RefreshAsync(first.RefreshToken);
        var third = await Api.RefreshAsync(second.RefreshToken);
        await ShouldBeRejectedAsync(new Refresh(first.RefreshToken));
        await Api.RefreshAsync(third.RefreshToken);
    }

    [Fact]
    public async Task A_forged_token_is_rejected_and_revokes_nothing()
    {
        var session = await Api.LoginAsync(await Api.CreateOrganizationAsync());
        await ShouldBeRejectedAsync(new Refresh(Api.Get<IRefreshTokenSecrets>().Create()));
        await ShouldBeRejectedAsync(new Refresh(session.AccessToken));
        await ShouldBeRejectedAsync(new Refresh(Api.Get<IRefreshTokenSecrets>().Successor(session.RefreshToken)));
        await Api.RefreshAsync(session.RefreshToken);
    }

    [Fact]
    public async Task Nothing_that_a_client_holds_is_in_the_database()
    {
        var session = await Api.LoginAsync(await Api.CreateOrganizationAsync());
        var next = await Api.RefreshAsync(session.RefreshToken);
        foreach (var table in new[] { "accounts", "sessions", "refresh_tokens", "signing_keys" }.Select(name => $"access.{name}").Append("auditing.audit_logs"))
        {
            var dump = await ReadAsync<string>($"select coalesce(string_agg(t::text, E'\\n'), '') from {table} t");
            foreach (var secret in new[] { session.AccessToken, session.RefreshToken, next.AccessToken, next.RefreshToken, Instance.Password })
            {
                dump.Should().NotContain(secret).And.NotContain(Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(secret)));
            }
        }
    }
}
