using Microsoft.AspNetCore.Components;

namespace CleanApi.WebApi.Pages;

/// <summary>The HTML of a page.</summary>
/// <typeparam name="TModel">The page's model.</typeparam>
public abstract class View<TModel> : ComponentBase
{
    /// <summary>The model.</summary>
    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;
}
