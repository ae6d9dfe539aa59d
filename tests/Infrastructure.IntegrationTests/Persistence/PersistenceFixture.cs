using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Application;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;
using CleanApi.Infrastructure.Persistence;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Hosting;
using Npgsql;
using System.Data;

namespace CleanApi.Infrastructure.IntegrationTests.Persistence;

/// <summary>A migrated database, with the application's services. Two tenants, each with an administrator.</summary>
public sealed class PersistenceFixture : IAsyncLifetime
{
    private readonly MigratedCluster cluster = new();
    private ServiceProvider? provider;

    public NpgsqlDataSource Owner { get; private set; } = null!;

    public NpgsqlDataSource Application => provider!.GetRequiredService<Database>().Application;

    public User Ada { get; private set; } = null!;

    public User Bob { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var connectionString = await cluster.CreateDatabaseAsync();
        Owner = NpgsqlDataSource.Create(connectionString);
        var settings = new ConfigurationManager { ["ConnectionStrings:CleanApi"] = new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 4 }.ConnectionString };
        provider = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = Environments.Development })
            .AddApplication()
            .AddInfrastructure(settings)
            .AddScoped<ICallerContext, TenantContext>()
            .BuildServiceProvider(validateScopes: true);
        await provider.GetRequiredService<Database>().StartAsync(CancellationToken.None);
        Ada = await CreateOrganizationAsync("Tenant A", "ada@a.test");
        Bob = await CreateOrganizationAsync("Tenant B", "bob@b.test");
    }

    public async Task DisposeAsync()
    {
        if (provider is not null)
        {
            await provider.DisposeAsync();
        }

        await Owner.DisposeAsync();
        await cluster.DisposeAsync();
    }

    /// <summary>Creates a scope with the user as the caller.</summary>
    public AsyncServiceScope As(User? user)
    {
        var scope = provider!.CreateAsyncScope();
        if (user is not null)
        {
            ((TenantContext)scope.ServiceProvider.GetRequiredService<ICallerContext>()).SignedIn = new SystemCaller(user.OrganizationId, user.Id);
        }

        return scope;
    }

    /// <summary>Executes statements as a superuser.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Reads one value as a superuser.</summary>
    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Owner.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Runs work in a unit of work of the scope.</summary>
    public static Task<T> CommitAsync<T>(AsyncServiceScope scope, Func<CleanApiDbContext, Task<T>> work, IsolationLevel isolation = IsolationLevel.ReadCommitted) =>
        scope.ServiceProvider.GetRequiredService<IUnitOfWork>()
            .ExecuteAsync(_ => work(scope.ServiceProvider.GetRequiredService<CleanApiDbContext>()), isolation, CancellationToken.None);

    private async Task<User> CreateOrganizationAsync(string name, string email)
    {
        var organization = Organization.Create(name, DateTimeOffset.UtcNow);
        var admin = User.CreateActive(organization.Id, EmailAddress.Parse(email), name, UserRole.Admin, DateTimeOffset.UtcNow);
        await using var scope = As(admin);
        return await CommitAsync(scope, async db =>
        {
            await db.AddRangeAsync(organization, admin);
            return admin;
        });
    }
}
