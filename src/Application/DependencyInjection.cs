using CleanApi.Application.Access;
using CleanApi.Application.Common.Behaviours;
using CleanApi.Application.Common.Mapping;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Invitations;
using CleanApi.Application.Users;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace CleanApi.Application;

/// <summary>Registers the use cases. Nothing is registered by hand: handlers and validators are found.</summary>
public static class DependencyInjection
{
    /// <summary>Adds handlers, validators, mappings and the pipeline, outermost behaviour first.</summary>
    /// <exception cref="InvalidOperationException">A request does not say who may send it.</exception>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        var assembly = typeof(DependencyInjection).Assembly;
        RequestAccess.Verify(assembly);
        Mappings.Configure(assembly);
        services.AddMediatR(configuration => configuration
            .RegisterServicesFromAssembly(assembly)
            .AddOpenBehavior(typeof(TraceBehaviour<,>))
            .AddOpenBehavior(typeof(RenewalBehaviour<,>))
            .AddOpenBehavior(typeof(AuthorizationBehaviour<,>))
            .AddOpenBehavior(typeof(ValidationBehaviour<,>))
            .AddOpenBehavior(typeof(TransactionBehaviour<,>))
            .AddOpenBehavior(typeof(AuditBehaviour<,>)));
        foreach (var validator in AssemblyScanner.FindValidatorsInAssembly(assembly, includeInternalTypes: true))
        {
            services.AddSingleton(validator.InterfaceType, validator.ValidatorType);
        }

        services.AddScoped<OutermostRequest>();
        services.AddScoped<ApiKeyMails>();
        services.AddScoped<ApiKeyOwner>();
        services.AddScoped<UserEditor>();
        services.AddSingleton<PasswordRules>();
        services.AddScoped<PasswordMails>();
        services.AddScoped<PasswordSetter>();
        services.AddScoped<RegistrationMails>();
        services.AddScoped<ExternalSignInStarter>();
        services.AddScoped<ExternalNewcomers>();
        services.AddScoped<IdentityMails>();
        services.AddScoped<InvitationMailer>();
        services.AddScoped<InvitationEntrance>();
        services.AddScoped<LastFactorRule>();
        services.AddScoped<TotpSecrets>();
        services.AddScoped<CodeVerifier>();
        services.AddScoped<CountedVerification>();
        services.AddScoped<Reauthentication>();
        services.AddScoped<SessionEnder>();
        return services;
    }
}
