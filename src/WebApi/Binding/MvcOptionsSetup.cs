using CleanApi.WebApi.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;

namespace CleanApi.WebApi.Binding;

/// <summary>How MVC takes requests in.</summary>
internal sealed class MvcOptionsSetup(IOptions<JsonOptions> json) : IPostConfigureOptions<MvcOptions>
{
    public void PostConfigure(string? name, MvcOptions options)
    {
        options.InputFormatters.Clear();
        options.InputFormatters.Add(new StrictJsonInputFormatter(json.Value.JsonSerializerOptions));
        options.ModelBinderProviders.Insert(0, new ApiModelBinderProvider());
        // Or a form in the body could fill in what belongs into the query, and a broken one would be an error of the query.
        options.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        options.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        options.ModelValidatorProviders.Clear();
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        options.Filters.Add(new AcceptFilter());
        options.Filters.Add(new InvalidModelFilter());
    }
}
