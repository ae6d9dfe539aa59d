using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanApi.WebApi.Binding;

/// <summary>Supplies the values of the query string.</summary>
internal sealed class QueryValueProviderFactory : IValueProviderFactory
{
    public Task CreateValueProviderAsync(ValueProviderFactoryContext context)
    {
        if (context.ActionContext.HttpContext.Request.QueryString.HasValue)
        {
            context.ValueProviders.Add(new QueryValueProvider(QueryValues.Of(context.ActionContext.HttpContext)));
        }

        return Task.CompletedTask;
    }
}
