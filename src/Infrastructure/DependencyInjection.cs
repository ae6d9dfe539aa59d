using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Security;
using CleanApi.Infrastructure.Access;
using CleanApi.Infrastructure.Auditing;
using CleanApi.Infrastructure.Demo;
using CleanApi.Infrastructure.Health;
using CleanApi.Infrastructure.Mail;
using CleanApi.Infrastructure.Persistence;
using CleanApi.Infrastructure.Persistence.Interceptors;
using CleanApi.Infrastructure.Telemetry;
using CleanApi.Infrastructure.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CleanApi.Infrastructure;

/// <summary>Registers what stands behind the application's ports.</summary>
public static class DependencyInjection
{
    /// <summary>Adds the database, and each module's adapters. Needs a scoped <see cref="ICallerContext"/> from the host.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton<TimeProvider>(new MillisecondClock(TimeProvider.System));
        services.AddSingleton(DatabaseOptions.From(configuration));
        services.AddSingleton<Database>();
        services.AddHostedService<DatabaseStartup>();
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database");
        services.AddPersistence();
        services.AddMail(configuration);
        services.AddTelemetry(configuration);
        return services.AddAccess(configuration);
    }

    /// <summary>Adds the demo organizations to a database that has none. For Development.</summary>
    public static IServiceCollection AddDemoData(this IServiceCollection services) => services.AddHostedService<DemoData>();

    private static IServiceCollection AddPersistence(this IServiceCollection services)
    {
        services.AddPooledDbContextFactory<CleanApiDbContext>((provider, options) => options
            .UseNpgsql(provider.GetRequiredService<Database>().Application)
            .AddInterceptors(new TenantInterceptor(), new TenantSaveGuard())
            // A refused write is the caller's error as often as not; whoever maps the exception logs it as what it is.
            .ConfigureWarnings(warnings => warnings.Log((RelationalEventId.CommandError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug)))
            // A context never leaves its request; the checks cost on every call.
            .EnableThreadSafetyChecks(false));
        services.AddSingleton<DbContextLease>();
        services.AddScoped(provider => provider.GetRequiredService<DbContextLease>().Take(provider.GetRequiredService<ICallerContext>()));
        services.AddScoped(typeof(IRepository<>), typeof(Repository<>));
        services.AddScoped(typeof(IReadRepository<>), typeof(ReadRepository<>));
        services.AddScoped<IUnitOfWork, UnitOfWork>();
        services.AddSingleton<IExceptionTranslator, ExceptionTranslator>();
        services.AddScoped<IAuditTrail, AuditTrail>();
        services.AddScoped<ICallerCheck, CallerCheck>();
        return services;
    }
}
