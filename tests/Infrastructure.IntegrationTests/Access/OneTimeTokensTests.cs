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
    public async Task A_token_gives_back_what_was_put_in_once()
    {
        var token = await IssueAsync();
        (await FindAsync(token)).Should().Be(new OneTimeTokenContent(null, Payload));
        (await ConsumeAsync(token)).Should().Be(new OneTimeTokenContent(null, Payload));
        (await ConsumeAsync(token)).Should().BeNull();
        (await FindAsync(token)).Should().BeNull();
    }

    [Fact]
    public async Task Of_many_at_once_one_has_it()
    {
        var token = await IssueAsync();
        var taken = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ConsumeAsync(token)));
        taken.Count(content => content is not null).Should().Be(1);
    }

    [Fact]
    public async Task What_is_rolled_back_was_not_used()
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
    public async Task It_ends_with_its_time()
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
    public async Task What_was_never_issued_is_none(string? token)
    {
        (await FindAsync(token)).Should().BeNull();
        (await ConsumeAsync(token)).Should().BeNull();
    }

    [Fact]
    public async Task For_something_else_it_is_none()
    {
        var token = await IssueAsync();
        (await InAsync(tokens => tokens.ConsumeAsync(OneTimeTokenPurpose.ResetPassword, token, CancellationToken.None))).Should().BeNull();
        (await ConsumeAsync(token)).Should().NotBeNull();
    }

    [Fact]
    public async Task So_many_attempts_and_no_more_even_at_once()
    {
        var token = await IssueAsync();
        var attempts = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ =>
            InAsync(tokens => tokens.AttemptAsync(Purpose, token, Attempts, CancellationToken.None))));
        attempts.Count(content => content is not null).Should().Be(Attempts);
    }

    [Fact]
    public async Task The_newest_of_a_subject_is_found_and_all_are_withdrawn_together()
    {
        await IssueAsync("{\"name\":\"older\"}");
        Clock.Advance(TimeSpan.FromSeconds(1));
        var newer = await IssueAsync();
        (await InAsync(tokens => tokens.NewestAsync(Purpose, Subject, CancellationToken.None)))!.Payload.Should().Be(Payload);

        await InAsync(async tokens =>
        {
            await tokens.RevokeAsync(Purpose, Subject, CancellationToken.None);
            return true;
        });
        (await InAsync(tokens => tokens.NewestAsync(Purpose, Subject, CancellationToken.None))).Should().BeNull();
        (await ConsumeAsync(newer)).Should().BeNull();
    }

    [Fact]
    public async Task Those_of_an_account_are_withdrawn_and_no_others()
    {
        var (mine, others) = (await Api.FoundAsync(), await Api.FoundAsync());
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
    public async Task A_payload_that_was_moved_to_another_token_cannot_be_read()
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
