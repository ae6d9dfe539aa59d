using System.Data;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Persistence;
using CleanApi.Domain.Access;
using CleanApi.Infrastructure.Access;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

public sealed class AccessHousekeepingTests(AccessCluster cluster) : AccessTest(cluster)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Ceremonies_are_deleted_when_they_expire_and_links_30_days_later()
    {
        foreach (var purpose in Enum.GetValues<OneTimeTokenPurpose>())
        {
            await IssueAsync(purpose);
        }

        Clock.Advance(Lifetime - TimeSpan.FromSeconds(1));
        (await KeptAsync()).Should().Be(Enum.GetValues<OneTimeTokenPurpose>().Length);
        Clock.Advance(TimeSpan.FromSeconds(1));
        (await KeptAsync()).Should().Be(5, "links are kept for a while, so that a late one is told from one that never was");
        (await ReadAsync<long>("select count(*) from access.one_time_tokens where purpose in ('VERIFY_EMAIL', 'RESET_PASSWORD', 'INVITATION', 'CHANGE_EMAIL', 'UNDO_EMAIL_CHANGE')")).Should().Be(5);
        Clock.Advance(TimeSpan.FromDays(30) + TimeSpan.FromSeconds(1));
        (await KeptAsync()).Should().Be(0);
    }

    private async Task<long> KeptAsync()
    {
        await Api.Get<IEnumerable<IHostedService>>().OfType<AccessHousekeeping>().Single().RunOnceAsync(CancellationToken.None);
        return await ReadAsync<long>("select count(*) from access.one_time_tokens");
    }

    private async Task IssueAsync(OneTimeTokenPurpose purpose)
    {
        await using var scope = Api.Get<IServiceScopeFactory>().CreateAsyncScope();
        var tokens = scope.ServiceProvider.GetRequiredService<IOneTimeTokens>();
        await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            _ => Task.FromResult(tokens.Issue(purpose, Lifetime)), IsolationLevel.ReadCommitted, CancellationToken.None);
    }
}
