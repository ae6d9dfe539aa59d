using CleanApi.Application.Access;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application;
using CleanApi.Domain.Access;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Access;
using CleanApi.Infrastructure.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Hosting;

namespace CleanApi.Infrastructure.IntegrationTests.Access;

/// <summary>An instance of the application; several can share a database.</summary>
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
            .AddSingleton<IHostApplicationLifetime, ApplicationLifetime>()
            .AddApplication()
            .AddInfrastructure(settings)
            .AddScoped<ICallerContext, SystemCallerContext>()
            .BuildServiceProvider(validateScopes: true);
        await services.GetRequiredService<Database>().StartAsync(CancellationToken.None);
        await services.GetRequiredService<RootKey>().LoadAsync(CancellationToken.None);
        return new Instance(services);
    }

    public T Get<T>()
        where T : notnull => provider.GetRequiredService<T>();

    /// <summary>Sends a request as the caller, in a new scope.</summary>
    public async Task<T> SendAsync<T>(IRequest<T> request, Caller? caller = null)
    {
        await using var scope = provider.CreateAsyncScope();
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        return caller is null
            ? await sender.Send(request)
            : await scope.ServiceProvider.GetRequiredService<ICallerContext>().RunAsAsync(caller, () => sender.Send(request));
    }

    /// <summary>Calls another module's contract in a unit of work, as the system caller for the user.</summary>
    public async Task CommitAsync<TContract>(User user, Func<TContract, Task> work)
        where TContract : notnull
    {
        await using var scope = provider.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<ICallerContext>().RunAsAsync(
            new SystemCaller(user.OrganizationId, user.Id),
            () => services.GetRequiredService<IUnitOfWork>().ExecuteAsync(
                async _ =>
                {
                    await work(services.GetRequiredService<TContract>());
                    return true;
                },
                CancellationToken.None));
    }

    /// <summary>Signs in and returns the tokens.</summary>
    public async Task<SessionResponse> LoginAsync(User user) => (await SendAsync(new Login(user.Email.Value, Password))).Session!;

    /// <summary>Refreshes and returns the next tokens.</summary>
    public Task<SessionResponse> RefreshAsync(string refreshToken) => SendAsync(new Refresh(refreshToken));

    /// <summary>Creates an organization with one user, by default with a password.</summary>
    public Task<User> CreateOrganizationAsync(string? hash = null, UserRole role = UserRole.Admin, bool hasPassword = true) =>
        AddUserAsync(Organization.Create("Acme", Get<TimeProvider>().GetUtcNow()), isNew: true, hash, role, hasPassword);

    /// <summary>Adds an administrator to a user's organization.</summary>
    public async Task<User> AddAdminAsync(User user)
    {
        await using var scope = provider.CreateAsyncScope();
        var organization = await scope.ServiceProvider.GetRequiredService<ICallerContext>().RunAsAsync(
            new SystemCaller(user.OrganizationId),
            () => scope.ServiceProvider.GetRequiredService<CleanApiDbContext>().Set<Organization>().AsNoTracking().SingleAsync());
        return await AddUserAsync(organization, isNew: false, hash: null, UserRole.Admin, hasPassword: true);
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    private async Task<User> AddUserAsync(Organization organization, bool isNew, string? hash, UserRole role, bool hasPassword)
    {
        await using var scope = provider.CreateAsyncScope();
        var now = Get<TimeProvider>().GetUtcNow();
        var user = User.CreateActive(organization.Id, EmailAddress.Parse($"{Guid.NewGuid():N}@acme.test"), "Ada", role, now);
        var account = Account.Create(user.Email, now);
        account.Join(user.Id, organization.Id, now);
        if (hasPassword)
        {
            account.SetPassword(hash ?? await scope.ServiceProvider.GetRequiredService<IPasswordHasher>().HashAsync(Password, CancellationToken.None), now);
        }

        var db = scope.ServiceProvider.GetRequiredService<CleanApiDbContext>();
        return await scope.ServiceProvider.GetRequiredService<ICallerContext>().RunAsAsync(
            new SystemCaller(organization.Id, user.Id),
            () => scope.ServiceProvider.GetRequiredService<IUnitOfWork>().ExecuteAsync(
                async token =>
                {
                    await db.AddRangeAsync(isNew ? [organization, user, account] : [user, account], token);
                    return user;
                },
                CancellationToken.None));
    }
}
