namespace CleanApi.WebApi.Binding;

/// <summary>Registers what checks the input of operations that MVC does not bind.</summary>
public static class DependencyInjection
{
    /// <summary>Refuses unknown query parameters of endpoints that are no actions; must follow authorization, which answers first.</summary>
    public static IApplicationBuilder UseStrictQueries(this IApplicationBuilder app) => app.UseMiddleware<QueryMiddleware>();
}
