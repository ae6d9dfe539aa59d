using System.Data;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Invitations;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Posts;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CleanApi.Infrastructure.Demo;

/// <summary>Seeds the two demo organizations unless they exist. In Development only.</summary>
internal sealed class DemoData(IServiceScopeFactory scopes, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var first = EmailAddress.Parse(DemoPeople.AcmeAdmin);
        if (await scope.ServiceProvider.GetRequiredService<CleanApiDbContext>().Set<Account>().AnyAsync(account => account.Email == first, cancellationToken))
        {
            return;
        }

        // All demo accounts share one password and its hash.
        var hash = await scope.ServiceProvider.GetRequiredService<IPasswordHasher>().HashAsync(DemoPeople.Password, cancellationToken);
        await SeedAsync("Acme", DemoPeople.Acme, DemoPosts.InAcme, hash, cancellationToken);
        await SeedAsync("Globex", DemoPeople.Globex, 0, hash, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task SeedAsync(string name, IReadOnlyList<DemoPerson> people, int posts, string hash, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        // The first is the newest, so that the list, newest first, begins with the documented accounts.
        var now = clock.GetUtcNow();
        var organization = Organization.Create(name, now.AddDays(-people.Count - 1), OrganizationPlan.Pro);
        var users = people.Select((person, index) => User.CreateActive(
            organization.Id, EmailAddress.Parse(person.Email), person.Name, person.Role, now.AddDays(-index - 1))).ToList();
        var invited = Invitation.Send(organization.Id, EmailAddress.Parse(DemoPeople.InvitedTo(name)), UserRole.Member, users[0].Id, now);
        await services.GetRequiredService<ICallerContext>().RunAsAsync(
            new SystemCaller(organization.Id, users[0].Id),
            () => services.GetRequiredService<IUnitOfWork>().ExecuteAsync(
                async token =>
                {
                    await services.GetRequiredService<IRepository<Organization>>().AddAsync(organization, token);
                    await services.GetRequiredService<IRepository<User>>().AddRangeAsync(users, token);
                    await AddAccountsAsync(services, users, hash, token);
                    await services.GetRequiredService<IRepository<Invitation>>().AddAsync(invited, token);
                    await services.GetRequiredService<IRepository<Post>>().AddRangeAsync(DemoPosts.By(users, posts, now), token);
                    return organization;
                },
                cancellationToken));
    }

    // Somebody who is in both organizations has one account.
    private static async Task AddAccountsAsync(IServiceProvider services, IEnumerable<User> users, string hash, CancellationToken cancellationToken)
    {
        var accounts = services.GetRequiredService<IRepository<Account>>();
        var known = await services.GetRequiredService<CleanApiDbContext>().Set<Account>().ToDictionaryAsync(account => account.Email, cancellationToken);
        foreach (var user in users)
        {
            if (known.TryGetValue(user.Email, out var account))
            {
                account.Join(user.Id, user.OrganizationId, user.CreatedAt);
            }
            else
            {
                await accounts.AddAsync(CreateAccount(user, hash), cancellationToken);
            }
        }
    }

    private static Account CreateAccount(User user, string hash)
    {
        var account = Account.Create(user.Email, user.CreatedAt);
        account.Join(user.Id, user.OrganizationId, user.CreatedAt);
        account.SetPassword(hash, user.CreatedAt);
        return account;
    }
}
