using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

public sealed class SessionTests(AccessCluster cluster) : AccessTest(cluster)
{
    [Fact]
    public async Task Signing_out_revokes_both_tokens_immediately_and_is_idempotent()
    {
        var session = await Api.LoginAsync(await Api.CreateOrganizationAsync());
        var caller = await CallerAsync(session);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Api.SendAsync(new Logout(), caller)));
        await Api.SendAsync(new Logout(), caller);
        await ShouldBeInvalidAsync(session);
        await ShouldBeRejectedAsync(new Refresh(session.RefreshToken));
        (await ReadAsync<long>("select count(*) from auditing.audit_logs where action = 'sign_out'")).Should().Be(1);
    }

    [Fact]
    public async Task An_access_token_does_not_outlive_its_session()
    {
        var session = await Api.LoginAsync(await Api.CreateOrganizationAsync());
        await ExecuteAsync($"update access.sessions set expires_at = '{Clock.GetUtcNow().AddMinutes(5):O}'");
        await ShouldBeValidAsync(session);
        Clock.Advance(TimeSpan.FromMinutes(5));
        await ShouldBeInvalidAsync(session);
    }

    [Fact]
    public async Task An_access_token_expires_no_later_than_its_session()
    {
        var session = await Api.LoginAsync(await Api.CreateOrganizationAsync());
        await ExecuteAsync($"update access.sessions set expires_at = '{Clock.GetUtcNow().AddMinutes(5):O}'");
        (await Api.RefreshAsync(session.RefreshToken)).ExpiresIn.Should().Be(300);
    }

    [Fact]
    public async Task Revoking_one_session_leaves_the_others()
    {
        var user = await Api.CreateOrganizationAsync();
        var (phone, desk) = (await Api.LoginAsync(user), await Api.LoginAsync(user));
        await Api.SendAsync(new Logout(), await CallerAsync(phone));
        await Api.RefreshAsync(desk.RefreshToken);
        await ShouldBeValidAsync(desk);
    }

    [Fact]
    public async Task A_role_change_invalidates_access_tokens_and_the_next_refresh_has_the_new_role()
    {
        var user = await Api.CreateOrganizationAsync();
        var session = await Api.LoginAsync(user);
        await ExecuteAsync($"update users.users set role = 'MEMBER' where id = '{user.Id.Value}'");
        await Api.CommitAsync<IUserSessions>(user, sessions => sessions.InvalidateAccessTokensAsync(user.Id, CancellationToken.None));
        await ShouldBeInvalidAsync(session);
        var refreshed = await Api.RefreshAsync(session.RefreshToken);
        (await CallerAsync(refreshed)).Should().Match<UserCaller>(caller => caller.Role == UserRole.Member && caller.SecurityStamp == 2);
        await ShouldBeValidAsync(refreshed);
    }

    [Theory]
    [InlineData(false, "ENDED_BY_ADMINISTRATOR")]
    [InlineData(true, "ACCOUNT_CLOSED")]
    public async Task Revoking_a_user_s_sessions_revokes_all_tokens_immediately(bool close, string reason)
    {
        var user = await Api.CreateOrganizationAsync();
        SessionResponse[] sessions = [await Api.LoginAsync(user), await Api.LoginAsync(user)];
        await (close
            ? Api.CommitAsync<IAccountDeletion>(user, accounts => accounts.DeleteAsync(user.Id, CancellationToken.None))
            : Api.CommitAsync<IUserSessions>(user, live => live.RevokeAllAsync(user.Id, CancellationToken.None)));
        foreach (var session in sessions)
        {
            await ShouldBeInvalidAsync(session);
            await ShouldBeRejectedAsync(new Refresh(session.RefreshToken));
        }

        (await ReadAsync<string>("select distinct revoked_reason from access.sessions")).Should().Be(reason);
        (await ReadAsync<bool>("select bool_and((password_hash is null) = $1) from access.accounts", close)).Should().BeTrue();
    }
}
