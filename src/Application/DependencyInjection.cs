using CleanApi.Application.Common.Behaviours;
using CleanApi.Application.Common.Events;
using CleanApi.Application.Common.Mapping;
using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Services;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Application;

/// <summary>Registers the use cases by assembly scan: handlers, validators, contracts and services.</summary>
public static class DependencyInjection
{
    /// <summary>Adds handlers, validators, services, mappings and the pipeline, outermost behaviour first.</summary>
    /// <exception cref="InvalidOperationException">A request has no access rule.</exception>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        var assembly = typeof(DependencyInjection).Assembly;
        RequestAccess.Verify(assembly);
        Mappings.Configure(assembly);
        services.AddMediatR(configuration => configuration
            .RegisterServicesFromAssembly(assembly)
            .AddOpenBehavior(typeof(TraceBehaviour<,>))
            .AddOpenBehavior(typeof(ApiKeyRefreshBehaviour<,>))
            .AddOpenBehavior(typeof(RefusalBehaviour<,>))
            .AddOpenBehavior(typeof(AuthorizationBehaviour<,>))
            .AddOpenBehavior(typeof(ValidationBehaviour<,>))
            .AddOpenBehavior(typeof(ReceptionBehaviour<,>))
            .AddOpenBehavior(typeof(IdempotencyBehaviour<,>))
            .AddOpenBehavior(typeof(AuditBehaviour<,>))
            .AddOpenBehavior(typeof(TransactionBehaviour<,>))
            .AddOpenBehavior(typeof(RecentAuthenticationBehaviour<,>)));
        foreach (var validator in AssemblyScanner.FindValidatorsInAssembly(assembly, includeInternalTypes: true))
        {
            services.AddSingleton(validator.InterfaceType, validator.ValidatorType);
        }

        services.AddReadsById(assembly);
        services.AddLists(assembly);
        services.AddServicesOf(assembly);
        services.AddEventHandlersOf(assembly);
        return services;
    }
}
