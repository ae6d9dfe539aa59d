using System.Text.Json;
using CleanApi.Domain.Errors;
using CleanApi.WebApi.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanApi.WebApi.Binding;

/// <summary>
/// Binds a single value of a query, path or header as strictly as a body: one spelling per value, sent once. ASP.NET Core's binders also accept enum numbers,
/// surrounding spaces, thousands separators and the first of several values.
/// </summary>
internal sealed class ScalarBinder(Scalar scalar) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var name = bindingContext.ModelName;
        var sent = bindingContext.ValueProvider.GetValue(name);
        if (sent == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        if (sent.Values.Count > 1)
        {
            AddError(bindingContext, FieldCodes.UnknownField, "Must be sent once");
        }
        else
        {
            Bind(bindingContext, sent.FirstValue ?? "");
        }

        return Task.CompletedTask;
    }

    private void Bind(ModelBindingContext bindingContext, string text)
    {
        if (scalar.Parse(text) is { } value)
        {
            bindingContext.Result = ModelBindingResult.Success(value);
        }
        else
        {
            AddError(bindingContext, scalar.Code, scalar.Message);
        }
    }

    private static void AddError(ModelBindingContext bindingContext, string code, string message)
    {
        var faults = InputFaults.Of(bindingContext.HttpContext);
        var detail = new ErrorDetail(JsonNamingPolicy.CamelCase.ConvertName(bindingContext.ModelName), code, message);
        var isInPath = bindingContext.ActionContext.RouteData.Values.ContainsKey(bindingContext.ModelName);
        faults.Add(isInPath || bindingContext.BindingSource == BindingSource.Header ? FieldPlace.Elsewhere : FieldPlace.Query, detail);
        bindingContext.Result = ModelBindingResult.Failed();
    }
}
