using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Access;
using MediatR;
using Microsoft.Extensions.Logging.Abstractions;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

public sealed class SessionTests(AccessCluster cluster) : AccessTest(cluster)
{
    [Fact]
    [Trait("Requirement", "R114")]
    [Trait("Requirement", "R116")]
    public async Task Signing_in_opens_a_session_and_is_audited_with_the_user()
    {
        var user = await Api.FoundAsync();
        var session = await Api.LoginAsync(user);
        (session.TokenType, session.ExpiresIn, session.RefreshExpiresIn).Should().Be(("Bearer", 900, 604800));
        (await CallerAsync(session)).Should().Be(new Caller(user.Id, user.OrganizationId, UserRole.Admin, session.SessionId, 1));
        (await ReadAsync<long>(
            "select count(*) from auditing.audit_logs where action = 'sign_in' and actor_id = $1 and target_id = $2",
            user.Id.Value, session.SessionId.ToString())).Should().Be(1);
    }

    [Fact]
    public async Task Whatever_is_wrong_the_answer_is_the_same()
    {
        var user = await Api.FoundAsync();
        var (invited, withoutPassword) = (await Api.FoundAsync(), await Api.FoundAsync(hasPassword: false));
        var (deactivated, deleted) = (await Api.FoundAsync(), await Api.FoundAsync());
        await ExecuteAsync($"update users.users set status = 'INVITED' where id = '{invited.Id.Value}'");
        await ExecuteAsync($"update users.users set status = 'DEACTIVATED' where id = '{deactivated.Id.Value}'");
        await ExecuteAsync($"update users.users set deleted_at = now() where id = '{deleted.Id.Value}'");
        await RefusedAsync(new Login("nobody@acme.test", Instance.Password));
        await RefusedAsync(new Login(user.Email.Value, "passw0rd!"));
        await RefusedAsync(new Login(user.Email.Value, Instance.Password + " "));
        foreach (var one in new[] { withoutPassword, invited, deactivated, deleted })
        {
            await RefusedAsync(new Login(one.Email.Value, Instance.Password));
        }

        (await ReadAsync<long>("select count(*) from access.sessions")).Should().Be(0);
    }

    [Fact]
    [Trait("Requirement", "R227")]
    public async Task A_hash_of_the_fallback_is_replaced_at_the_next_sign_in()
    {
        using var fallback = new PasswordHasher([new Pbkdf2PasswordHasher()], NullLogger<PasswordHasher>.Instance);
        var user = await Api.FoundAsync(await fallback.HashAsync(Instance.Password, CancellationToken.None));
        await Api.LoginAsync(user);
        (await ReadAsync<string>("select password_hash from access.accounts")).Should().StartWith("$argon2id$");
        await Api.LoginAsync(user);
    }

    [Fact]
    [Trait("Requirement", "R100")]
    public async Task Each_refresh_gives_the_next_token_of_the_same_session()
    {
        var session = await Api.LoginAsync(await Api.FoundAsync());
        var tokens = new HashSet<string>(StringComparer.Ordinal) { session.RefreshToken };
        for (var i = 1; i <= 3; i++)
        {
            Clock.Advance(TimeSpan.FromDays(1));
            var next = await Api.RefreshAsync(session.RefreshToken);
            tokens.Add(next.RefreshToken).Should().BeTrue();
            (next.SessionId, next.RefreshExpiresIn).Should().Be((session.SessionId, 604800 - (i * 86400)));
            session = next;
        }

        Clock.Advance(TimeSpan.FromDays(4));
        await RefusedAsync(new Refresh(session.RefreshToken));
    }

    [Fact]
    [Trait("Requirement", "R100")]
    public async Task Fifty_at_once_get_the_one_successor()
    {
        var session = await Api.LoginAsync(await Api.FoundAsync());
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Api.RefreshAsync(session.RefreshToken)));
        answers.Select(answer => answer.RefreshToken).Distinct().Should().ContainSingle();
        (await ReadAsync<long>("select count(*) from access.refresh_tokens")).Should().Be(2);
        await Api.RefreshAsync(answers[0].RefreshToken);
    }

    [Fact]
    [Trait("Requirement", "R100")]
    [Trait("Requirement", "R238")]
    public async Task Reuse_after_the_leeway_ends_the_family_and_is_audited_once()
    {
        var user = await Api.FoundAsync();
        var session = await Api.LoginAsync(user);
        var next = await Api.RefreshAsync(session.RefreshToken);
        Clock.Advance(TimeSpan.FromSeconds(10));
        (await Api.RefreshAsync(session.RefreshToken)).RefreshToken.Should().Be(next.RefreshToken);
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => RefusedAsync(new Refresh(session.RefreshToken))));
        await RefusedAsync(new Refresh(next.RefreshToken));
        await DeadAsync(next);
        (await ReadAsync<string>("select revoked_reason from access.sessions")).Should().Be("TOKEN_REUSED");
        (await ReadAsync<long>(
            "select count(*) from auditing.audit_logs where action = 'token.reuse_detected' and organization_id = $1 and target_id = $2",
            user.OrganizationId.Value, session.SessionId.ToString())).Should().Be(1);
    }

    [Fact]
    [Trait("Requirement", "R100")]
    public async Task A_token_whose_successor_was_used_is_refused_in_the_same_second()
    {
        var first = await Api.LoginAsync(await Api.FoundAsync());
        var second = await Api.RefreshAsync(first.RefreshToken);
        var third = await Api.RefreshAsync(second.RefreshToken);
        await RefusedAsync(new Refresh(first.RefreshToken));
        await Api.RefreshAsync(third.RefreshToken);
    }

    [Fact]
    [Trait("Requirement", "R100")]
    public async Task A_forged_token_is_refused_and_ends_nothing()
    {
        var session = await Api.LoginAsync(await Api.FoundAsync());
        await RefusedAsync(new Refresh(Api.Get<IRefreshTokenSecrets>().Create()));
        await RefusedAsync(new Refresh(session.AccessToken));
        await RefusedAsync(new Refresh(Api.Get<IRefreshTokenSecrets>().Successor(session.RefreshToken)));
        await Api.RefreshAsync(session.RefreshToken);
    }

    [Fact]
    public async Task Signing_out_kills_both_tokens_at_once_and_can_be_repeated()
    {
        var session = await Api.LoginAsync(await Api.FoundAsync());
        var caller = await CallerAsync(session);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Api.SendAsync(new Logout(), caller)));
        await Api.SendAsync(new Logout(), caller);
        await DeadAsync(session);
        await RefusedAsync(new Refresh(session.RefreshToken));
        (await ReadAsync<long>("select count(*) from auditing.audit_logs where action = 'sign_out'")).Should().Be(1);
    }

    [Fact]
    public async Task One_session_ends_and_the_others_go_on()
    {
        var user = await Api.FoundAsync();
        var (phone, desk) = (await Api.LoginAsync(user), await Api.LoginAsync(user));
        await Api.SendAsync(new Logout(), await CallerAsync(phone));
        await Api.RefreshAsync(desk.RefreshToken);
        await AliveAsync(desk);
    }

    [Fact]
    public async Task A_change_of_role_kills_access_tokens_and_the_next_refresh_carries_the_new_role()
    {
        var user = await Api.FoundAsync();
        var session = await Api.LoginAsync(user);
        await ExecuteAsync($"update users.users set role = 'MEMBER' where id = '{user.Id.Value}'");
        await Api.SendAsync(new ExpireAccessTokens(user.Id), Job(user));
        await DeadAsync(session);
        var refreshed = await Api.RefreshAsync(session.RefreshToken);
        (await CallerAsync(refreshed)).Should().Match<Caller>(caller => caller.Role == UserRole.Member && caller.SessionStamp == 2);
        await AliveAsync(refreshed);
    }

    [Theory]
    [InlineData(false, "ENDED_BY_ADMINISTRATOR")]
    [InlineData(true, "ACCOUNT_CLOSED")]
    public async Task Ending_a_user_s_sessions_kills_all_tokens_at_once(bool close, string reason)
    {
        var user = await Api.FoundAsync();
        SessionResponse[] sessions = [await Api.LoginAsync(user), await Api.LoginAsync(user)];
        IRequest<Unit> end = close ? new CloseAccount(user.Id) : new EndUserSessions(user.Id);
        await Api.SendAsync(end, Job(user));
        foreach (var session in sessions)
        {
            await DeadAsync(session);
            await RefusedAsync(new Refresh(session.RefreshToken));
        }

        (await ReadAsync<string>("select distinct revoked_reason from access.sessions")).Should().Be(reason);
        (await ReadAsync<bool>("select bool_and((password_hash is null) = $1) from access.accounts", close)).Should().BeTrue();
    }

    [Fact]
    public async Task The_address_of_a_closed_account_is_free_again()
    {
        var user = await Api.FoundAsync();
        await FluentActions.Awaiting(() => Api.SendAsync(new OpenAccount(user.Id, user.OrganizationId, user.Email), Job(user)))
            .Should().ThrowAsync<Microsoft.EntityFrameworkCore.DbUpdateException>();
        await Api.SendAsync(new CloseAccount(user.Id), Job(user));
        await Api.SendAsync(new OpenAccount(user.Id, user.OrganizationId, user.Email), Job(user));
    }

    [Fact]
    [Trait("Requirement", "R120")]
    public async Task Nothing_that_a_client_holds_is_in_the_database()
    {
        var session = await Api.LoginAsync(await Api.FoundAsync());
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

    [Fact]
    public async Task A_sign_in_and_the_end_of_all_sessions_at_the_same_time_leave_no_session()
    {
        for (var i = 0; i < 10; i++)
        {
            var user = await Api.FoundAsync();
            var admin = await Api.FoundAsync();
            var deactivator = new Caller(admin.Id, user.OrganizationId, UserRole.Admin);
            await ExecuteAsync($"update users.users set organization_id = '{user.OrganizationId.Value}' where id = '{admin.Id.Value}'");
            var signIn = Record.ExceptionAsync(() => Api.LoginAsync(user));
            var signIns = Task.WhenAll(signIn, Record.ExceptionAsync(() => Api.LoginAsync(user)));
            await Api.SendAsync(new DeactivateUser(user.Id), deactivator);
            (await signIns).Should().OnlyContain(failure => failure == null || failure is AuthenticationError);
            (await ReadAsync<long>("select count(*) from access.sessions where user_id = $1 and revoked_at is null", user.Id.Value)).Should().Be(0);
        }
    }

    private static Caller Job(User user) => new(user.Id, user.OrganizationId, UserRole.Admin);

    private async Task<Caller> CallerAsync(SessionResponse session) => (await Api.Reader.ReadAsync(session.AccessToken, CancellationToken.None))!;

    private async Task AliveAsync(SessionResponse session) => await Api.SendAsync(new GetMe(null), await CallerAsync(session));

    private async Task DeadAsync(SessionResponse session)
    {
        var caller = await CallerAsync(session);
        await FluentActions.Awaiting(() => Api.SendAsync(new GetMe(null), caller)).Should().ThrowAsync<AuthenticationError>();
    }

    private async Task RefusedAsync(IRequest<SessionResponse> request) =>
        (await FluentActions.Awaiting(() => Api.SendAsync(request)).Should().ThrowAsync<AuthenticationError>())
        .WithMessage(request is Login ? "Invalid email or password" : "Invalid or expired token");

    private async Task ExecuteAsync(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
