using CleanApi.WebApi.Idempotency;
using CleanApi.WebApi.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;

namespace CleanApi.WebApi.Binding;

/// <summary>Configures MVC's input formatting, model binding and filters.</summary>
internal sealed class MvcOptionsSetup(IOptions<JsonOptions> json) : IPostConfigureOptions<MvcOptions>
{
    public void PostConfigure(string? name, MvcOptions options)
    {
        options.InputFormatters.Clear();
        var formatter = new StrictJsonInputFormatter(json.Value.JsonSerializerOptions);
        options.InputFormatters.Add(formatter);
        options.ModelBinderProviders.Insert(0, new ApiModelBinderProvider());
        // Otherwise a form in the body could supply query parameters, and a malformed one would be reported as an error of the query.
        options.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
        options.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
        options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        options.ValueProviderFactories.RemoveType<QueryStringValueProviderFactory>();
        options.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
        options.ValueProviderFactories.Add(new QueryValueProviderFactory());
        options.Conventions.Add(new NoPrefixConvention());
        options.ModelValidatorProviders.Clear();
        options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
        options.Filters.Add(new AcceptFilter());
        options.Filters.AddService<ConditionalRequests>();
        options.Filters.Add(new IdempotencyFilter());
        options.Filters.Add(new UnaskedBody(formatter));
        options.Filters.Add(new InputFilter());
    }
}
