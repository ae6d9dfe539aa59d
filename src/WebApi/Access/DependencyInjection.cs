using Microsoft.AspNetCore.Mvc;

namespace CleanApi.WebApi.Access;

/// <summary>Registers authentication by access token and by API key.</summary>
public static class DependencyInjection
{
    /// <summary>Adds the authentication scheme, the cookies, and the convention that actions require authentication.</summary>
    public static IServiceCollection AddAccessTokens(this IServiceCollection services)
    {
        services.AddAuthentication(options =>
        {
            options.AddScheme<AccessTokenHandler>(AccessTokenHandler.Bearer, displayName: null);
            options.DefaultScheme = AccessTokenHandler.Bearer;
        });
        services.AddTransient<AccessTokenHandler>();
        services.AddAuthorization();
        services.AddSingleton<SessionCookies>();
        services.AddSingleton<SecondFactorCookie>();
        services.AddSingleton<ExternalSignInCookie>();
        services.AddSingleton<ExternalRegistrationCookie>();
        services.AddSingleton<ExternalSignInRedirects>();
        services.Configure<MvcOptions>(options => options.Conventions.Add(new CallerRequiredConvention()));
        return services;
    }
}
