using System.Data;
using CleanApi.Application;
using CleanApi.Application.Access;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Access;
using CleanApi.Infrastructure.Persistence;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

/// <summary>One instance of the program over a database that others may use at the same time.</summary>
internal sealed class Instance : IAsyncDisposable
{
    public const string Password = "Passw0rd!";

    private readonly ServiceProvider provider;

    private Instance(ServiceProvider provider) => this.provider = provider;

    public SigningKeys Keys => Get<SigningKeys>();

    public IAccessTokenReader Reader => Get<IAccessTokenReader>();

    public IAccessTokenIssuer Issuer => Get<IAccessTokenIssuer>();

    public static async Task<Instance> StartAsync(string connectionString, string keyEncryptionKey, TimeProvider clock)
    {
        var settings = new ConfigurationManager { ["ConnectionStrings:CleanApi"] = connectionString, ["Auth:KeyEncryptionKey"] = keyEncryptionKey };
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(clock)
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Production })
            .AddApplication()
            .AddInfrastructure(settings)
            .AddScoped<ICallerContext, SystemCaller>()
            .BuildServiceProvider(validateScopes: true);
        await services.GetRequiredService<Database>().StartAsync(CancellationToken.None);
        return new Instance(services);
    }

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    /// <summary>Sends a request as this caller, in a scope of its own.</summary>
    public async Task<T> SendAsync<T>(IRequest<T> request, Caller? caller = null)
    {
        await using var scope = provider.CreateAsyncScope();
        if (caller is not null)
        {
            scope.ServiceProvider.GetRequiredService<ICallerContext>().Enter(caller);
        }

        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(request);
    }

    /// <summary>Signs in, and answers the pair.</summary>
    public async Task<SessionResponse> LoginAsync(User user) => (await SendAsync(new Login(user.Email.Value, Password))).Session!;

    /// <summary>Refreshes, and answers the next pair.</summary>
    public Task<SessionResponse> RefreshAsync(string refreshToken) => SendAsync(new Refresh(refreshToken));

    /// <summary>Founds an organization with one user, who has a password unless told otherwise.</summary>
    public async Task<User> FoundAsync(string? hash = null, UserRole role = UserRole.Admin, bool hasPassword = true)
    {
        var now = Get<TimeProvider>().GetUtcNow();
        var organization = Organization.Create("Acme", now);
        var user = User.CreateActive(organization.Id, EmailAddress.Parse($"{Guid.NewGuid():N}@acme.test"), "Ada", role, now);
        var account = Account.Create(user.Email, user.Id, organization.Id, now);
        if (hasPassword)
        {
            account.SetPassword(hash ?? await Get<IPasswordHasher>().HashAsync(Password, CancellationToken.None), now);
        }

        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ICallerContext>().Enter(new Caller(user.Id, organization.Id, role));
        var db = scope.ServiceProvider.GetRequiredService<CleanApiDbContext>();
        return await scope.ServiceProvider.GetRequiredService<IUnitOfWork>().ExecuteAsync(
            async token =>
            {
                await db.AddRangeAsync([organization, user, account], token);
                return user;
            },
            IsolationLevel.ReadCommitted,
            CancellationToken.None);
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();
}
