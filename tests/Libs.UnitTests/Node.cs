namespace CleanApi.Libs.UnitTests;

public sealed class Node
{
    public string? Label { get; set; }

    public Node? Next { get; set; }
}
