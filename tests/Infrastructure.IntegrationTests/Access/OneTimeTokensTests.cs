using System.Data;
using System.Text;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using CleanApi.Domain.Users;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

public sealed class OneTimeTokensTests(AccessCluster cluster) : AccessTest(cluster)
{
    private const OneTimeTokenPurpose Purpose = OneTimeTokenPurpose.VerifyEmail;
    private const string Subject = "ada@acme.test";
    private const string Payload = "{\"name\":\"Ada\"}";
    private const int Attempts = 3;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_token_returns_its_payload_once()
    {
        var token = await IssueAsync();
        (await FindAsync(token)).Should().Be(new OneTimeTokenContent(null, Payload));
        (await ConsumeAsync(token)).Should().Be(new OneTimeTokenContent(null, Payload));
        (await ConsumeAsync(token)).Should().BeNull();
        (await FindAsync(token)).Should().BeNull();
    }

    [Fact]
    public async Task Concurrent_consumption_succeeds_once()
    {
        var token = await IssueAsync();
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ConsumeAsync(token)));
        taken.Count(content => content is not null).Should().Be(1);
    }

    [Fact]
    public async Task A_rollback_leaves_the_token_unused()
    {
        var token = await IssueAsync();
        await FluentActions.Awaiting(() => InAsync<OneTimeTokenContent?>(async tokens =>
        {
            (await tokens.ConsumeAsync(Purpose, token, CancellationToken.None)).Should().NotBeNull();
            throw new InvalidOperationException("The rest of the command failed");
        })).Should().ThrowAsync<InvalidOperationException>();
        (await ConsumeAsync(token)).Should().NotBeNull();
    }

    [Fact]
    public async Task An_expired_token_is_rejected()
    {
        var token = await IssueAsync();
        Clock.Advance(Hour - TimeSpan.FromSeconds(1));
        (await FindAsync(token)).Should().NotBeNull();
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await FindAsync(token)).Should().BeNull();
        (await ConsumeAsync(token)).Should().BeNull();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("tok_")]
    [InlineData("tok_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("rt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task An_unknown_token_is_rejected(string? token)
    {
        (await FindAsync(token)).Should().BeNull();
        (await ConsumeAsync(token)).Should().BeNull();
    }

    [Fact]
    public async Task A_token_of_another_purpose_is_rejected()
    {
        var token = await IssueAsync();
        (await InAsync(tokens => tokens.ConsumeAsync(OneTimeTokenPurpose.ResetPassword, token, CancellationToken.None))).Should().BeNull();
        (await ConsumeAsync(token)).Should().NotBeNull();
    }

    [Fact]
    public async Task Attempts_are_limited_even_concurrently()
    {
        var token = await IssueAsync();
        var attempts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            InAsync(tokens => tokens.AttemptAsync(Purpose, token, Attempts, CancellationToken.None))));
        attempts.Count(content => content is not null).Should().Be(Attempts);
    }

    [Fact]
    public async Task The_oldest_token_of_a_subject_is_found_and_all_are_revoked_together()
    {
        await IssueAsync();
        Clock.Advance(TimeSpan.FromSeconds(1));
        var newer = await IssueAsync("{\"name\":\"newer\"}");
        (await InAsync(tokens => tokens.OldestAsync(Purpose, Subject, CancellationToken.None)))!.Payload.Should().Be(Payload);

        await InAsync(async tokens =>
        {
            await tokens.RevokeAsync(Purpose, Subject, CancellationToken.None);
            return true;
        });
        (await InAsync(tokens => tokens.OldestAsync(Purpose, Subject, CancellationToken.None))).Should().BeNull();
        (await ConsumeAsync(newer)).Should().BeNull();
    }

    [Fact]
    public async Task Revoking_an_account_s_tokens_leaves_other_accounts_tokens()
    {
        var (mine, others) = (await Api.CreateOrganizationAsync(), await Api.CreateOrganizationAsync());
        var (first, second) = (await IssueForAsync(mine), await IssueForAsync(others));
        var account = (await FindAsync(first))!.AccountId!.Value;
        await InAsync(async tokens =>
        {
            await tokens.RevokeAsync(Purpose, account, CancellationToken.None);
            return true;
        });
        (await FindAsync(first)).Should().BeNull();
        (await FindAsync(second)).Should().NotBeNull();
    }

    [Fact]
    [Trait("Requirement", "R88")]
    public async Task Neither_token_nor_subject_nor_payload_is_in_the_database()
    {
        var token = await IssueAsync();
        var row = await ReadAsync<string>("select t::text || encode(t.encrypted_payload, 'escape') || encode(t.subject, 'escape') from access.one_time_tokens t");
        row.Should().NotContain(token).And.NotContain(Subject).And.NotContain("Ada").And.NotContain(Convert.ToHexStringLower(Encoding.ASCII.GetBytes(token)));
    }

    [Fact]
    public async Task A_payload_moved_to_another_token_cannot_be_decrypted()
    {
        var (first, second) = (await IssueAsync(), await IssueAsync("{}"));
        await using var move = Owner.CreateCommand(
            "update access.one_time_tokens t set encrypted_payload = o.encrypted_payload from access.one_time_tokens o where o.hash <> t.hash");
        await move.ExecuteNonQueryAsync();
        (await FindAsync(first))!.Payload.Should().BeNull();
        (await FindAsync(second))!.Payload.Should().BeNull();
    }

    private Task<string> IssueAsync(string payload = Payload) =>
        InAsync(tokens => Task.FromResult(tokens.Issue(Purpose, Hour, subject: Subject, payload: payload)));

    private async Task<string> IssueForAsync(User user)
    {
        var account = new AccountId(await ReadAsync<Guid>("select account_id from access.memberships where user_id = $1", user.Id.Value));
        return await InAsync(tokens => Task.FromResult(tokens.Issue(Purpose, Hour, account)));
    }

    private Task<OneTimeTokenContent?> ConsumeAsync(string? token) => InAsync(tokens => tokens.ConsumeAsync(Purpose, token, CancellationToken.None));

    private Task<OneTimeTokenContent?> FindAsync(string? token) => InAsync(tokens => tokens.FindAsync(Purpose, token, CancellationToken.None));

    private async Task<T> InAsync<T>(Func<IOneTimeTokens, Task<T>> work)
    {
        await using var scope = Api.Get<IServiceScopeFactory>().CreateAsyncScope();
        var tokens = scope.ServiceProvider.GetRequiredService<IOneTimeTokens>();
        return await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().ExecuteAsync(_ => work(tokens), IsolationLevel.ReadCommitted, CancellationToken.None);
    }
}
