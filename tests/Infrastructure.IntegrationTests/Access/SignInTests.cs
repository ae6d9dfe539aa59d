using CleanApi.Application.Access;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Users;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Access;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

public sealed class SignInTests(AccessCluster cluster) : AccessTest(cluster)
{
    [Fact]
    [Trait("Requirement", "R114")]
    [Trait("Requirement", "R116")]
    public async Task Signing_in_creates_a_session_and_is_audited_with_the_user()
    {
        var user = await Api.CreateOrganizationAsync();
        var session = await Api.LoginAsync(user);
        (session.TokenType, session.ExpiresIn, session.RefreshExpiresIn).Should().Be(("Bearer", 900, 604800));
        var caller = (await CallerAsync(session))!;
        caller.Should().Be(new UserCaller(user.Id, user.OrganizationId, UserRole.Admin, session.SessionId, 1) { ExpiresAt = caller.ExpiresAt });
        (await ReadAsync<long>(
            "select count(*) from auditing.audit_logs where action = 'sign_in' and actor_id = $1 and target_id = $2",
            user.Id.Value, session.SessionId.ToString())).Should().Be(1);
    }

    [Fact]
    public async Task Every_failed_sign_in_has_the_same_error()
    {
        var user = await Api.CreateOrganizationAsync();
        var (invited, withoutPassword) = (await Api.CreateOrganizationAsync(), await Api.CreateOrganizationAsync(hasPassword: false));
        var (deactivated, deleted) = (await Api.CreateOrganizationAsync(), await Api.CreateOrganizationAsync());
        await ExecuteAsync($"update users.users set status = 'INVITED' where id = '{invited.Id.Value}'");
        await ExecuteAsync($"update users.users set status = 'DEACTIVATED' where id = '{deactivated.Id.Value}'");
        await ExecuteAsync($"update users.users set deleted_at = now() where id = '{deleted.Id.Value}'");
        await ShouldBeRejectedAsync(new Login("nobody@acme.test", Instance.Password));
        await ShouldBeRejectedAsync(new Login(user.Email.Value, "passw0rd!"));
        await ShouldBeRejectedAsync(new Login(user.Email.Value, Instance.Password + " "));
        foreach (var one in new[] { withoutPassword, invited, deactivated, deleted })
        {
            await ShouldBeRejectedAsync(new Login(one.Email.Value, Instance.Password));
        }

        (await ReadAsync<long>("select count(*) from access.sessions")).Should().Be(0);
    }

    [Theory]
    [InlineData("$pbkdf2-sha512$i=210000$AAECAwQFBgcICQoLDA0ODw==$AdIiMb6fiMOdrD4zcBXYl9GGr8tfdM9XIe+l6s0U2lU=")]
    [InlineData("$argon2id$v=19$m=8192,t=2,p=1$YbdCIeEWGip5Dq6Qq1KANA$ECZXovwKyC/F6/GjT+apVQRlyJOTqDn6GF/M1WZ3F58")]
    [Trait("Requirement", "R227")]
    public async Task An_outdated_hash_is_upgraded_at_the_next_sign_in(string hash)
    {
        var user = await Api.CreateOrganizationAsync(hash);
        await Api.LoginAsync(user);
        (await ReadAsync<string>("select password_hash from access.accounts")).Should().StartWith("$argon2id$v=19$m=47104,t=1,p=1$");
        await Api.LoginAsync(user);
    }

    [Fact]
    public async Task A_sign_in_concurrent_with_the_revocation_of_all_sessions_leaves_no_session()
    {
        for (var i = 0; i < 10; i++)
        {
            var user = await Api.CreateOrganizationAsync();
            var deactivator = await CallerAsync(await Api.LoginAsync(await Api.AddAdminAsync(user)));
            var signIn = Record.ExceptionAsync(() => Api.LoginAsync(user));
            var signIns = Task.WhenAll(signIn, Record.ExceptionAsync(() => Api.LoginAsync(user)));
            await Api.SendAsync(new DeactivateUser(user.Id), deactivator);
            (await signIns).Should().OnlyContain(failure => failure == null || failure is AuthenticationError);
            (await ReadAsync<long>("select count(*) from access.sessions where user_id = $1 and revoked_at is null", user.Id.Value)).Should().Be(0);
        }
    }

    [Fact]
    public async Task The_address_of_a_deleted_account_can_be_used_again()
    {
        var user = await Api.CreateOrganizationAsync();
        await FluentActions.Awaiting(CreateAsync).Should().ThrowAsync<Microsoft.EntityFrameworkCore.DbUpdateException>();
        await Api.CommitAsync<IAccountDeletion>(user, accounts => accounts.DeleteAsync(user.Id, CancellationToken.None));
        await CreateAsync();

        Task CreateAsync() => Api.CommitAsync<IAccountService>(
            user, accounts => accounts.CreateAsync(user.Email, passwordHash: null, CancellationToken.None));
    }
}
