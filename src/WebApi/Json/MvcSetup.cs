using CleanApi.WebApi.Binding;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CleanApi.WebApi.Json;

/// <summary>Registers controllers with strict binding and uniform errors.</summary>
public static class MvcSetup
{
    /// <summary>Adds controllers, and the API's JSON for them and for minimal endpoints.</summary>
    public static IMvcBuilder AddApiMvc(this IServiceCollection services)
    {
        ScalarTypeConverters.Register();
        services.ConfigureHttpJsonOptions(options => JsonSetup.Configure(options.SerializerOptions));
        services.AddSingleton<IPostConfigureOptions<MvcOptions>, MvcOptionsSetup>();
        services.AddSingleton<ConditionalRequests>();
        services.Replace(ServiceDescriptor.Singleton<IObjectModelValidator, NoModelValidator>());
        return services.AddControllers()
            .AddJsonOptions(options => JsonSetup.Configure(options.JsonSerializerOptions))
            .ConfigureApiBehaviorOptions(options =>
            {
                options.SuppressModelStateInvalidFilter = true;
                options.SuppressMapClientErrors = true;
            });
    }
}
