using CleanApi.WebApi.Json;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CleanApi.WebApi.Binding;

/// <summary>Chooses our binder for every single value.</summary>
internal sealed class ApiModelBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context)
    {
        // The framework's header binder reads the header and asks again for the value within.
        return context.BindingInfo.BindingSource is not { IsGreedy: true } && Scalars.Of(context.Metadata.ModelType) is { } scalar
            ? new ScalarBinder(scalar)
            : null;
    }
}
