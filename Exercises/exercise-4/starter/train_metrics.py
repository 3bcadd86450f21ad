"""The training of Exercise 2, judged by torchmetrics: which galaxies are taken for which?

    python train_metrics.py --device auto|cpu|cuda
"""

import experiment
import train_torch

import torch

import galaxies

try:
    import torchmetrics
except ImportError as error:
    experiment.stop(
        f"torchmetrics cannot be imported here: {error}.",
        "Run this in the environment that has it: pixi run -e gpu-pypi train")


def judge(network, pictures, kinds):
    """Prints how well the kinds are recognised: one line for all of them, then one for each."""
    with torch.no_grad():
        answers = torch.cat([network(some).argmax(dim=1) for some in pictures.split(250)])
    count = len(galaxies.KINDS)

    def result(metric, average):
        return metric(task="multiclass", num_classes=count, average=average).to(kinds.device)(
            answers, kinds).tolist()

    precision, recall = (
        result(metric, None) for metric in (torchmetrics.Precision, torchmetrics.Recall))
    experiment.line(
        event="metrics", torchmetrics=torchmetrics.__version__, torch=torch.__file__,
        f1=f"{result(torchmetrics.F1Score, 'macro'):.4f}")
    for place, kind in enumerate(galaxies.KINDS):
        experiment.line(
            event="kind", kind=kind, precision=f"{precision[place]:.4f}",
            recall=f"{recall[place]:.4f}")


if __name__ == "__main__":
    train_torch.main(before_end=judge)
